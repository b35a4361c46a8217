// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Lock;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;

/** Weighs voters by what they own of an asset, and more what they have locked for longer. */
public final class LockedPower implements VotingPower<LockedPower.Settings> {
    private static final Fraction NOTHING = Fraction.of(0, 1);

    /**
     * How much each unit counts. Amounts times multipliers are added up exactly; the sum is divided by {@code unit} and
     * rounded down, once.
     *
     * @param asset the code of the asset
     * @param multipliers rows such as {@code P28D 3/2}, the periods rising: what stays locked for at least that long and
     *     for less than the next period counts so many times
     * @param unlocked how many times counts what is not locked, or for less than the first period; 0 if it is not said
     * @param unit how many minor units make one; 1 if it is not said
     */
    public record Settings(
            String asset, List<String> multipliers, Optional<Fraction> unlocked, Optional<Fraction> unit) {
        public Settings {
            multipliers = List.copyOf(multipliers);
            unit.ifPresent(size -> Whole.positive("unit", size));
            Row.table(multipliers);
        }
    }

    private record Row(Duration from, Fraction times) {
        private static final Pattern WRITTEN = Pattern.compile("(P\\d{1,6}D|PT\\d{1,8}H) +(\\S+)");

        static List<Row> table(List<String> written) {
            var rows = new ArrayList<Row>();
            for (var text : written) {
                var row = row(text);
                if (!rows.isEmpty() && row.from.compareTo(rows.getLast().from) <= 0) {
                    throw new IllegalArgumentException("the periods of multipliers rise: " + text);
                }
                rows.add(row);
            }
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("multipliers has at least one row");
            }
            return rows;
        }

        private static Row row(String text) {
            var match = WRITTEN.matcher(text);
            if (!match.matches()) {
                throw new IllegalArgumentException("not a row such as 'P28D 3/2': " + text);
            }
            return new Row(Duration.parse(match.group(1)), Fraction.parse(match.group(2)));
        }
    }

    @Override
    public String id() {
        return "locked";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<Need> needs(Settings settings) {
        return List.of(new Need.Balances(settings.asset()), new Need.Locks(settings.asset()));
    }

    @Override
    public BigInteger of(Voter voter, Settings settings) {
        var rows = Row.table(settings.multipliers());
        var unlocked = settings.unlocked().orElse(NOTHING);
        var free = voter.balance(settings.asset()).max(BigInteger.ZERO);
        var counted = new HashMap<Fraction, BigInteger>();
        for (var lock : voter.locks()) {
            if (lock.asset().equals(settings.asset())) {
                // Power is never more than is owned, whatever is said to be locked.
                var amount = lock.amount().min(free);
                free = free.subtract(amount);
                counted.merge(times(lock, rows, unlocked), amount, BigInteger::add);
            }
        }
        counted.merge(unlocked, free, BigInteger::add);
        return floor(counted, settings.unit().map(Fraction::numerator).orElse(BigInteger.ONE));
    }

    private static Fraction times(Lock lock, List<Row> rows, Fraction unlocked) {
        return rows.reversed().stream()
                .filter(row -> row.from.compareTo(lock.left()) <= 0)
                .findFirst()
                .map(Row::times)
                .orElse(unlocked);
    }

    private static BigInteger floor(Map<Fraction, BigInteger> counted, BigInteger unit) {
        var above = BigInteger.ZERO;
        var below = BigInteger.ONE;
        for (var part : counted.entrySet()) {
            var times = part.getKey();
            var amount = part.getValue().multiply(times.numerator());
            above = above.multiply(times.denominator()).add(amount.multiply(below));
            below = below.multiply(times.denominator());
        }
        return above.divide(below.multiply(unit));
    }
}
