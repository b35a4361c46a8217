// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Receiver;

/** A payment to the outside as anyone sees it. */
@Schema(name = "Payout")
record PayoutView(
        Hash payout,
        Hash proposal,

        @Schema(examples = "treasury") String from,

        @Schema(description = "Where it lies until it has ended")
        String escrow,

        @Schema(examples = "EUR") String asset,

        @Schema(examples = "80.00") String amount,

        @Schema(
                description =
                        "As the decision says it: iban, name and bic; or safe, address, chain, token and decimals."
                                + " Shown to those who may read the roll",
                examples = "{\"iban\": \"DE89370400440532013000\", \"name\": \"Bea\"}")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Object> to,

        String memo,
        Instant orderedAt,

        @Schema(description = "When it expires; at that moment it has")
        Instant expiresAt,

        @Schema(enumeration = {"ordered", "done", "failed", "expired"})
        String state,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> endedAt,

        @Schema(description = "What the bank or the chain calls it") @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> reference,

        @Schema(
                description = "What emptied the escrow; absent as long as the account that it goes back to is frozen or"
                        + " closed")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Hash> transfer) {
    static PayoutView of(Ordered ordered, AccountNames.Shown names) {
        var payout = ordered.payout();
        return new PayoutView(
                payout.id(),
                ordered.proposal(),
                names.apply(payout.from()),
                Account.escrowName(payout.id()),
                payout.asset(),
                payout.amount(),
                names.all() ? to(ordered.to()) : Map.of(),
                names.apply(ordered.memo()),
                ordered.orderedAt(),
                payout.deadline(),
                payout.state().word(),
                ordered.ending().at(),
                ordered.ending().reference(),
                ordered.ending().transfer());
    }

    @SuppressWarnings("unchecked") // an object of JSON has text for names
    private static Map<String, Object> to(Receiver to) {
        return (Map<String, Object>) to.json().plain();
    }
}
