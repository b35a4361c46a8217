// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Asset;

/** The books as hledger reads them; Ledger reads them too. Every amount is written, with all of its digits. */
record Hledger() implements Form {
    @Override
    public String type() {
        return "text/plain;charset=UTF-8";
    }

    @Override
    public String begin(List<Asset> assets) {
        return assets.stream()
                        .map(asset -> "commodity 1000." + "0".repeat(asset.scale()) + " \"" + asset.code() + "\"\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    @Override
    public String line(Posting posting) {
        var entry = posting.entry();
        return "%s (%d) %s%s\n    ; transfer: %s, leg: %d, cause: %s, at: %s\n    %s  -%s \"%s\"\n    %s  %s \"%s\"\n\n"
                .formatted(
                        posting.day(),
                        posting.number(),
                        entry.code(),
                        entry.memo().isEmpty() ? "" : " | " + text(entry.memo()),
                        entry.transfer(),
                        entry.leg(),
                        entry.cause(),
                        entry.at(),
                        entry.debit(),
                        posting.amount(),
                        entry.asset(),
                        entry.credit(),
                        posting.amount(),
                        entry.asset());
    }

    @Override
    public String end(List<Holding> holdings, String firstDay, String dayAfter) {
        if (holdings.isEmpty()) return "";
        return declared(holdings) + dayAfter + " what every account holds\n"
                + holdings.stream()
                        .map(holding -> "    %s  0 \"%s\" = %s \"%s\"\n"
                                .formatted(
                                        holding.account(),
                                        holding.asset().code(),
                                        holding.amount(),
                                        holding.asset().code()))
                        .collect(Collectors.joining());
    }

    /** Strict checks want accounts to be declared, and balance sheets to know which are assets. */
    private static String declared(List<Holding> holdings) {
        return holdings.stream()
                .map(Holding::account)
                .distinct()
                .map(account -> "account %s\n    ; type: %s\n"
                        .formatted(account, account.startsWith(Account.ISSUANCE) ? "E" : "A"))
                .collect(Collectors.joining("", "", "\n"));
    }

    /** A semicolon would begin a comment, and a line ends the transaction's first line. */
    private static String text(String memo) {
        return memo.replaceAll("[\\p{Cntrl};|]", " ");
    }
}
