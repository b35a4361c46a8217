// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;

/** The books as Beancount reads them, which wants accounts in five classes and with capitals. */
record Beancount() implements Form {
    private static final Set<String> WORDS = Set.of("TRUE", "FALSE", "NULL");
    /** What other accounts stand under: of such an account Beancount would assert what all of them hold together. */
    private static final Set<String> ABOVE = Set.of("member", "escrow", "deposit");

    @Override
    public String type() {
        return "text/plain;charset=UTF-8";
    }

    @Override
    public String begin(List<Asset> assets) {
        return "";
    }

    @Override
    public String line(Posting posting) {
        var entry = posting.entry();
        return "%s * \"%s\" \"%s\"\n  number: \"%d\"\n  transfer: \"%s\"\n  cause: \"%s\"\n  at: \"%s\"\n  %s  -%s %s\n  %s  %s %s\n\n"
                .formatted(
                        posting.day(),
                        entry.code(),
                        text(entry.memo()),
                        posting.number(),
                        entry.transfer(),
                        entry.cause(),
                        entry.at(),
                        name(entry.debit()),
                        posting.amount(),
                        commodity(entry.asset()),
                        name(entry.credit()),
                        posting.amount(),
                        commodity(entry.asset()));
    }

    @Override
    public String end(List<Holding> holdings, String firstDay, String dayAfter) {
        // Accounts may be opened anywhere in the file; only the day counts.
        var opened = holdings.stream()
                .map(Holding::account)
                .distinct()
                .map(account -> firstDay + " open " + name(account) + "\n");
        var held = holdings.stream()
                .map(holding -> "%s balance %s  %s %s\n"
                        .formatted(
                                dayAfter,
                                name(holding.account()),
                                holding.amount(),
                                commodity(holding.asset().code())));
        return Stream.concat(opened, held).collect(Collectors.joining());
    }

    /** What is issued stands against everything that is held. */
    static String name(String account) {
        int slash = account.indexOf('/');
        if (slash < 0)
            return "Assets:" + account.substring(0, 1).toUpperCase(Locale.ROOT) + account.substring(1)
                    + (ABOVE.contains(account) ? "-X" : "");
        var kind = account.substring(0, slash);
        var rest = account.substring(slash + 1);
        return switch (kind) {
            case "issuance" -> "Equity:Issuance:" + rest;
            case "member" -> "Assets:Member:M" + rest;
            case "escrow" -> "Assets:Escrow:E" + rest;
            default -> "Assets:Deposit:D" + rest;
        };
    }

    /** Beancount takes no code of one letter, and three words for something else; no other code has a hyphen. */
    static String commodity(String code) {
        return code.length() == 1 || WORDS.contains(code) ? code + "-X" : code;
    }

    private static String text(String memo) {
        return memo.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
