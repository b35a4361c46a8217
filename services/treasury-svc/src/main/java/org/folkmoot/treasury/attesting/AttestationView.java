// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/** What members say has happened outside, and what became of it. */
@Schema(name = "Attestation")
record AttestationView(
        Hash attestation,

        @Schema(enumeration = {"deposit", "withdrawal", "payout"})
        String kind,

        @Schema(examples = "EUR") String asset,

        @Schema(description = "What the bank or the chain calls it", examples = "2026-11-20/17")
        String reference,

        @Schema(
                description =
                        "What happened: account, amount and at; or payout and outcome. As long as it is open, what"
                                + " most members say, and of what equally many say, what was said first",
                examples = "{\"account\": \"treasury\", \"amount\": \"250.00\", \"at\": \"2026-11-20T10:00:00.000Z\"}")
        Map<String, String> said,

        @Schema(enumeration = {"open", "done", "refused"}) String state,

        @Schema(description = "Who said so, the first first")
        List<Attester> by,

        @Schema(
                description =
                        "What else is said, what was said first first; it moves nothing when it is not open any more")
        List<Version> others,

        @Schema(description = "What the ledger did about it") @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Hash> transfer,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> detail,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> endedAt) {
    private static final String OPEN = "open";

    /** The same with what members say. */
    AttestationView with(List<Version> versions) {
        var first = versions.stream()
                .filter(version -> state.equals(OPEN) || version.said().equals(said))
                .reduce((one, other) -> other.by().size() > one.by().size() ? other : one);
        return new AttestationView(
                attestation,
                kind,
                asset,
                reference,
                first.map(Version::said).orElse(said),
                state,
                first.map(Version::by).orElse(List.of()),
                versions.stream()
                        .filter(version -> first.filter(version::equals).isEmpty())
                        .toList(),
                transfer,
                reason,
                detail,
                endedAt);
    }

    /** The same with other names of the accounts. */
    AttestationView named(UnaryOperator<String> names) {
        return new AttestationView(
                attestation,
                kind,
                asset,
                reference,
                named(said, names),
                state,
                by,
                others.stream()
                        .map(other -> new Version(named(other.said(), names), other.by()))
                        .toList(),
                transfer,
                reason,
                detail.map(names),
                endedAt);
    }

    private static Map<String, String> named(Map<String, String> said, UnaryOperator<String> names) {
        var named = new LinkedHashMap<String, String>();
        said.forEach((part, value) -> named.put(part, names.apply(value)));
        return named;
    }

    /** Something that is said, and who says it. */
    @Schema(name = "AttestedVersion")
    record Version(Map<String, String> said, List<Attester> by) {}

    /** One of those who said it. */
    @Schema(name = "Attester")
    record Attester(Hash member, Hash act, Instant at) {}
}
