// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an account holds by the journal of a plain ledger, and by some lines more. */
record Sums(BigInteger debits, BigInteger credits, BigInteger debitsAside, BigInteger creditsAside) {
    private static final Set<String> ASIDE = Set.of("HELD");
    private static final Set<String> FREED = Set.of("VOIDED", "EXPIRED");

    Sums(BruteForce ledger, String name, String asset, List<BruteForce.Line> more) {
        this(
                ledger.debits(name, asset).add(posted(name, asset, more, true)),
                ledger.credits(name, asset).add(posted(name, asset, more, false)),
                ledger.debitsAside(name, asset).add(aside(name, asset, more, true)),
                ledger.creditsAside(name, asset).add(aside(name, asset, more, false)));
    }

    BigInteger balance() {
        return credits.subtract(debits);
    }

    BigInteger spendable() {
        return balance().subtract(debitsAside);
    }

    BigInteger promised() {
        return balance().add(creditsAside);
    }

    BigInteger largest() {
        return debits.max(credits).max(debitsAside).max(creditsAside);
    }

    private static BigInteger posted(String name, String asset, List<BruteForce.Line> more, boolean debit) {
        return of(name, asset, more, debit)
                .filter(line -> !ASIDE.contains(line.code()) && !FREED.contains(line.code()))
                .map(BruteForce.Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger aside(String name, String asset, List<BruteForce.Line> more, boolean debit) {
        return of(name, asset, more, debit)
                .filter(line -> ASIDE.contains(line.code())
                        || FREED.contains(line.code())
                        || line.code().equals("SETTLED"))
                .map(line -> ASIDE.contains(line.code())
                        ? line.amount()
                        : line.amount().negate())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Stream<BruteForce.Line> of(String name, String asset, List<BruteForce.Line> more, boolean debit) {
        return more.stream()
                .filter(line -> line.asset().equals(asset) && (debit ? line.debit() : line.credit()).equals(name));
    }
}
