// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Periods;

/** The assets and accounts that random transfers run between, with one account for every rule. */
public final class Places {
    /** Two digits behind the point and at most 1000.00 of it, and no more than 30.00 issued in a period without an end. */
    public static final Asset SKR = new Asset(
            "SKR",
            2,
            Optional.of(BigInteger.valueOf(100_000)),
            Asset.Kind.CURRENCY,
            Optional.empty(),
            Optional.of(new Asset.Pace(
                    new Periods(Periods.FIRST, Period.ofYears(9_999), ZoneOffset.UTC), BigInteger.valueOf(3_000))));
    /** Whole, and as much of it as anybody wants. */
    public static final Asset HOURS = new Asset("HOURS", 0, Optional.empty());
    /** Eighteen digits behind the point. */
    public static final Asset GRAIN = new Asset("GRAIN", 18, Optional.of(BigInteger.TEN.pow(37)));

    /** Promises of the members, each of whom may owe thirty. */
    public static final Asset LETS =
            new Asset("LETS", 0, Optional.empty(), Asset.Kind.MUTUAL_CREDIT, Optional.of(BigInteger.valueOf(30)));

    /** All of them. */
    public static final List<Asset> ASSETS = List.of(SKR, HOURS, GRAIN, LETS);

    private Places() {}

    /** The accounts before the first transfer. */
    public static List<Account> accounts() {
        var accounts = new ArrayList<Account>();
        for (var asset : ASSETS) {
            var code = asset.code();
            accounts.add(Account.issuance(code, asset.cap()));
            Stream.of("treasury", "school", "harbour").forEach(name -> accounts.add(Account.declared(name, code)));
            accounts.add(account("line", code, Account.State.OPEN, 0, 0, Optional.of(-5_000L), Optional.empty()));
            accounts.add(account("jar", code, Account.State.OPEN, 0, 0, Optional.of(0L), Optional.of(10_000L)));
            accounts.add(
                    account("held", code, Account.State.OPEN, 700, 300, Optional.of(-1_000L), Optional.of(9_000L)));
            accounts.add(account("ice", code, Account.State.FROZEN, 0, 0, Optional.of(0L), Optional.empty()));
            accounts.add(account("shut", code, Account.State.CLOSED, 0, 0, Optional.of(0L), Optional.empty()));
        }
        return accounts;
    }

    /** An account without a movement, in any state. */
    public static Account account(
            String name,
            String asset,
            Account.State state,
            long debitsPending,
            long creditsPending,
            Optional<Long> floor,
            Optional<Long> ceiling) {
        return new Account(
                name,
                asset,
                Account.Kind.DECLARED,
                state,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.valueOf(debitsPending),
                BigInteger.valueOf(creditsPending),
                floor.map(BigInteger::valueOf),
                ceiling.map(BigInteger::valueOf));
    }
}
