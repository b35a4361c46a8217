// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.domain.Word;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Owed;
import org.folkmoot.treasury.domain.escrow.Request;
import org.folkmoot.treasury.domain.escrow.TermsJson;

/** Something that is kept for somebody, as anyone sees it. */
@Schema(name = "Escrow")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EscrowView(
        @Schema(description = "The enactment that put it there")
        Hash escrow,

        @Schema(enumeration = {"stream", "grant", "bounty"}) String kind,

        @Schema(enumeration = {"open", "paused", "cancelled", "expired", "ended"})
        String state,

        @Schema(examples = "treasury") String from,

        @Schema(description = "Whom it is for, if that is known", examples = "school")
        Optional<String> to,

        @Schema(examples = "SKR") String asset,
        @Schema(examples = "1200.00") String amount,

        @Schema(description = "What went to whom it is for", examples = "300.00")
        String released,

        @Schema(description = "What went back", examples = "0.00")
        String returned,

        @Schema(
                description = "What may leave it still; its account holds exactly this, unless it is paid as it is due",
                examples = "900.00")
        String left,

        @Schema(
                description = "What is due now and was not taken, of a stream or of what is paid as it is due",
                examples = "100.00")
        Optional<String> accrued,

        @Schema(
                description =
                        "What of that the account cannot pay now which pays it as it is due; shown for one escrow",
                examples = "40.00")
        Optional<String> arrears,

        @Schema(description = "Until when a bounty is kept") Optional<Instant> expires,

        @Schema(description = "What became of each tranche of a grant", examples = "waiting")
        List<String> tranches,

        @Schema(description = "The terms, which never change")
        Map<String, Object> terms,

        Instant madeAt) {
    /**
     * As it stands at a moment, whether what is beyond its time went back already or not.
     *
     * @param there what the account can pay that pays it as it is due, if that is to be shown
     */
    static EscrowView of(Escrow written, Instant now, UnaryOperator<String> shown, Optional<BigInteger> there) {
        var escrow = Request.seen(written, now);
        var terms = escrow.terms();
        var asset = terms.asset();
        var owed = Owed.of(escrow, now);
        return new EscrowView(
                escrow.id(),
                terms.kind(),
                Word.of(escrow.state()),
                shown.apply(terms.from()),
                terms.beneficiary().map(shown),
                asset.code(),
                asset.decimal(terms.amount()),
                asset.decimal(escrow.released()),
                asset.decimal(escrow.returned()),
                asset.decimal(escrow.left()),
                owed.map(Owed::accrued).map(asset::decimal),
                there.flatMap(most -> owed.map(each -> asset.decimal(each.arrears(most)))),
                escrow.deadline(),
                escrow.tranches().stream().map(Word::of).toList(),
                plain(TermsJson.write(terms), shown),
                escrow.made());
    }

    private static Map<String, Object> plain(Json.Obj json, UnaryOperator<String> shown) {
        var plain = new TreeMap<String, Object>();
        json.members()
                .forEach((name, value) -> plain.put(name, named(value, shown).plain()));
        return plain;
    }

    /** The same with every text in it as it is shown. */
    private static Json named(Json json, UnaryOperator<String> shown) {
        return switch (json) {
            case Json.Str(String text) -> new Json.Str(shown.apply(text));
            case Json.Arr(var items) ->
                new Json.Arr(items.stream().map(item -> named(item, shown)).toList());
            case Json.Obj(var members) -> {
                var named = new TreeMap<String, Json>();
                members.forEach((name, value) -> named.put(name, named(value, shown)));
                yield new Json.Obj(named);
            }
            case Json.Int _, Json.Bool _ -> json;
        };
    }

    /** What was done about an escrow. */
    @Schema(name = "EscrowStep")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StepView(
            @Schema(
                    description =
                            "The enactment, the act, or the name of the withdrawal; if something moved, the transfer's id")
            Hash step,

            @Schema(
                    enumeration = {
                        "open",
                        "withdraw",
                        "pause",
                        "resume",
                        "cancel",
                        "release",
                        "award",
                        "extend",
                        "expire"
                    })
            String what,

            @Schema(description = "Whom something went to", examples = "school")
            Optional<String> to,

            @Schema(description = "How much of it", examples = "100.00")
            Optional<String> amount,

            Instant at) {
        static StepView of(StepStore.Taken taken, Asset asset, UnaryOperator<String> shown) {
            return new StepView(
                    taken.id(),
                    taken.what(),
                    taken.paid().map(StepStore.Paid::to).map(shown),
                    taken.paid().map(paid -> asset.decimal(paid.amount())),
                    taken.at());
        }
    }

    /** What a member signed about an escrow. */
    @Schema(name = "EscrowSaying")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SayingView(
            @Schema(enumeration = {"claim", "attestation", "award"})
            String type,

            @Schema(description = "Who signed it; who claims is shown to those who may read the roll")
            Optional<Hash> member,

            @Schema(description = "The hash of the work, the number of the tranche, or the account that is to get it")
            String about,

            String memo,
            Hash act,
            Instant at) {
        static SayingView of(SayingStore.Saying saying, AccountNames.Shown shown) {
            return new SayingView(
                    saying.type(),
                    Optional.of(saying.actor())
                            .filter(_ -> shown.all() || !saying.type().equals(SayingStore.CLAIM)),
                    shown.apply(saying.part()),
                    shown.apply(saying.memo()),
                    saying.act(),
                    saying.at());
        }
    }
}
