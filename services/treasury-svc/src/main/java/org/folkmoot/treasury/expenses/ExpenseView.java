// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.domain.Word;

/** What a member wants to be paid back, as anyone sees it. */
@Schema(name = "Expense")
record ExpenseView(
        @Schema(description = "Its name; also that of the transfer, if it is paid")
        Hash expense,

        @Schema(enumeration = {"waiting", "paid", "refused", "expired"})
        String state,

        @Schema(description = "Who spent it; shown to those who may read the roll")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Hash> claimant,

        @Schema(examples = "events") String from,
        @Schema(examples = "SKR") String asset,
        @Schema(examples = "49.90") String amount,
        @Schema(description = "The hash of the receipt") Hash receipt,

        @Schema(description = "What else was claimed for the same receipt, the first first, ten at most")
        List<Hash> sameReceipt,

        @Schema(examples = "Lamps") String memo,

        @Schema(description = "Who approves", examples = "steward")
        String role,

        @Schema(description = "How many of them", examples = "2")
        int atLeast,

        Instant claimedAt,
        Instant expires) {
    static ExpenseView of(ExpenseStore.Placed placed, Instant now, AccountNames.Shown names) {
        var expense = placed.expense();
        return new ExpenseView(
                expense.id(),
                Word.of(expense.state(now)),
                Optional.of(expense.claimant()).filter(_ -> names.all()),
                expense.from(),
                expense.asset().code(),
                expense.asset().decimal(expense.amount()),
                expense.receipt(),
                placed.alike(),
                names.apply(expense.memo()),
                expense.panel().role(),
                expense.panel().atLeast(),
                expense.madeAt(),
                expense.expires());
    }

    /** What somebody who may decide said about it. */
    @Schema(name = "ExpenseVerdict")
    record VerdictView(Hash member, boolean approves, Hash act, Instant at) {
        static VerdictView of(ExpenseStore.Verdict verdict) {
            return new VerdictView(verdict.member(), verdict.approves(), verdict.act(), verdict.at());
        }
    }
}
