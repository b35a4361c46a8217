// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Dossier.Pinned;
import org.folkmoot.record.Hash;
import org.folkmoot.record.StrictJson;

/** What the submission pinned, and the roll as far as it is known. */
@Schema(name = "Submission")
public record SubmissionView(
        Instant submittedAt,

        @Schema(description = "The hash of the constitution that judges it, pinned at the submission")
        Hash constitution,

        @Schema(description = "The name of the policy that judges it", examples = "ordinary")
        String policy,

        @Schema(description = "The stage that it is in, if the policy has several; the poll is that stage's")
        Optional<String> stage,

        @Schema(description = "The poll's id: the SHA-256 of the canonical definition")
        Hash poll,

        Map<String, Object> definition,

        @Schema(description = "Votes count from here on") Instant opensAt,

        @Schema(description = "Votes no longer count from here on")
        Instant closesAt,

        @Schema(description = "The membership position as of which the roll is taken")
        long rollPosition,

        Instant rollAt,
        Optional<Long> rollMembers,
        Optional<BigInteger> rollPower) {

    static SubmissionView of(Pinned pinned) {
        var submission = pinned.submission();
        var terms = pinned.terms();
        var definition = definition(submission.definition());
        return new SubmissionView(
                submission.submittedAt(),
                Hash.parse(submission.constitution()),
                submission.policy(),
                Optional.ofNullable(definition.get("stage")).map(Object::toString),
                Hash.parse(terms.poll()),
                definition,
                terms.window().opensAt(),
                terms.window().closesAt(),
                submission.rollPosition(),
                submission.rollAt(),
                pinned.roll().map(roll -> roll.members()),
                pinned.roll().map(roll -> roll.power()));
    }

    @SuppressWarnings("unchecked") // a poll's definition is an object, and its keys are text
    private static Map<String, Object> definition(String json) {
        return (Map<String, Object>) StrictJson.parse(json.getBytes(UTF_8)).plain();
    }
}
