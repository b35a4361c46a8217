// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a line of an {@link OpeningFile}. */
record OpeningRow(Optional<Constitution> constitution) {
    private static final Predicate<String> ACCOUNT =
            Pattern.compile("[a-z][a-z0-9-]{0,62}|member/[0-9a-f]{64}").asMatchPredicate();
    private static final Predicate<String> ASSET =
            Pattern.compile("[A-Z][A-Z0-9]{0,11}").asMatchPredicate();
    private static final Predicate<String> AMOUNT =
            Pattern.compile("(0|[1-9][0-9]{0,37})(\\.[0-9]{1,18})?").asMatchPredicate();
    private static final int PARTS = 3;

    /** What became of a line. */
    sealed interface Read {
        /** It is one balance. */
        record Yes(OpeningFile.Row row, BigDecimal amount) implements Read {}

        /** It is none. */
        record No(String what) implements Read {}
    }

    Read read(String line) {
        if (line.endsWith("\r")) return new Read.No("It ends with a carriage return.");
        if (!line.chars().allMatch(c -> c > ' ' && c <= '~'))
            return new Read.No("It has a character that no account, asset or amount has.");
        var parts = line.split(",", -1);
        if (parts.length != PARTS)
            return new Read.No("It has " + parts.length + " parts, not an account, an asset and an amount.");
        var row = new OpeningFile.Row(parts[0], parts[1], parts[2]);
        return fault(row).<Read>map(Read.No::new).orElseGet(() -> new Read.Yes(row, new BigDecimal(row.amount())));
    }

    private Optional<String> fault(OpeningFile.Row row) {
        if (!ACCOUNT.test(row.account())) return Optional.of("'" + row.account() + "' is not the name of an account.");
        if (!ASSET.test(row.asset())) return Optional.of("'" + row.asset() + "' is not the code of an asset.");
        var unknown = constitution.flatMap(known -> unknown(row, known));
        if (unknown.isPresent()) return unknown;
        return AMOUNT.test(row.amount()) && isAmount(row) && new BigDecimal(row.amount()).signum() > 0
                ? Optional.empty()
                : Optional.of(
                        "'" + row.amount() + "' is not an amount of " + row.asset() + " that is more than nothing.");
    }

    private static Optional<String> unknown(OpeningFile.Row row, Constitution known) {
        if (known.asset(row.asset()).isEmpty()) return Optional.of("There is no asset '" + row.asset() + "'.");
        var declared = known.account(row.account());
        if (declared.isEmpty()
                && !row.account().startsWith(Account.MEMBER)
                && !row.account().equals(Account.TREASURY))
            return Optional.of("There is no account '" + row.account() + "'.");
        return declared.filter(account -> !account.asset().equals(row.asset()))
                .map(account -> "The account '" + account.name() + "' holds " + account.asset() + ".");
    }

    private boolean isAmount(OpeningFile.Row row) {
        return constitution
                .flatMap(known -> known.asset(row.asset()))
                .map(asset -> asset.minor(row.amount()).isPresent())
                .orElse(true);
    }

    /** A sum as people write amounts of that asset. */
    String sum(String asset, BigDecimal sum) {
        return constitution
                .flatMap(known -> known.asset(asset))
                .map(known -> known.decimal(sum.movePointRight(known.scale()).toBigIntegerExact()))
                .orElseGet(sum::toPlainString);
    }
}
