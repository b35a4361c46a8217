// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.folkmoot.constitution.Asset;

/**
 * How much of an asset was issued in the period that is under way, and how much of what may still be issued is promised to
 * all members as their income. What is taken out of the world again meanwhile makes no room in the period.
 *
 * @param gross all that was issued, in minor units
 * @param promised what only an income may still take
 */
public record Issued(Asset known, BigInteger gross, BigInteger promised) {
    /** The code of the asset. */
    public String asset() {
        return known.code();
    }

    /** What may still be issued in the period, if that is limited. */
    public Optional<BigInteger> left() {
        return known.pace().map(pace -> pace.most().subtract(gross).max(BigInteger.ZERO));
    }

    /**
     * What may still be issued from the account in all, if that is limited. It is never more than is available there: where the cap
     * was lowered below what was issued, the account's floor is lower than the cap, and what is burned makes room only down to the cap.
     */
    public Optional<BigInteger> free(Account issuance) {
        return known.cap().map(issuance.spendable()::add);
    }

    /** The same after these movements. */
    Issued and(List<Line> lines) {
        return new Issued(
                known, gross.add(sum(lines, Transfer.Code.ISSUED)).add(sum(lines, Transfer.Code.EMITTED)), promised);
    }

    /**
     * What keeps these movements from happening: they are too much under the cap, whatever they are called, or too much for the
     * period, or they take what is promised.
     */
    Optional<Refusal> fault(List<Line> lines, Function<Seat, Account> accounts) {
        var name = Account.issuanceName(asset());
        var all = sum(lines, line -> line.debit().equals(name));
        if (all.signum() == 0) return Optional.empty();
        var emitted = sum(lines, Transfer.Code.EMITTED);
        var kept = all.equals(emitted) ? BigInteger.ZERO : promised;
        var available = free(accounts.apply(new Seat(name, asset()))).map(most -> most.subtract(kept));
        if (available.filter(most -> most.compareTo(all) < 0).isPresent())
            return Optional.of(new Refusal.InsufficientFunds(
                    name, asset(), known.decimal(available.get().max(BigInteger.ZERO)), known.decimal(all)));
        var counted = emitted.add(sum(lines, Transfer.Code.ISSUED));
        if (counted.signum() == 0) return Optional.empty();
        var left = left().map(most -> most.subtract(kept).max(BigInteger.ZERO));
        return left.filter(most -> most.compareTo(counted) < 0)
                .map(most -> new Refusal.PeriodCapExceeded(asset(), known.decimal(most), known.decimal(counted)));
    }

    private BigInteger sum(List<Line> lines, Transfer.Code code) {
        return sum(lines, line -> line.code() == code);
    }

    private BigInteger sum(List<Line> lines, Predicate<Line> which) {
        return lines.stream()
                .filter(line -> line.asset().equals(asset()) && which.test(line))
                .map(Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
