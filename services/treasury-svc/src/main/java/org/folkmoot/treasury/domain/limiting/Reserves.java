// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Reserve;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Gate;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.Seat;

/**
 * What is left in accounts at least. Whatever is decided or spent leaves so much, or takes nothing out; what comes in is never
 * refused, also where there is less already. What is set aside has left, so that nobody is promised what has to stay.
 */
public final class Reserves implements Gate {
    private final List<Reserve> reserves;
    private final Map<String, Asset> assets;
    private final Map<Hash, String> policies;

    /**
     * Takes the reserves in the order in which they are looked at.
     *
     * @param policies the policies of the proposals that orders follow from
     */
    public Reserves(List<Reserve> reserves, Map<String, Asset> assets, Map<Hash, String> policies) {
        this.reserves = List.copyOf(reserves);
        this.assets = assets;
        this.policies = policies;
    }

    /** Whether reserves have anything to do with an order; with what members pay and with who leaves they have not. */
    public static boolean mayTake(Order order) {
        return switch (order) {
            case Order.Move move -> Counting.takes(move.code());
            case Order.Gather _, Order.Spend _, Order.Reverse _, Order.SetAside _ -> true;
            case Order.Exit _, Order.Settle _, Order.Void _, Order.Turn _ -> false;
        };
    }

    /** What can be taken out of an account so that its reserve is left. */
    public static BigInteger above(Reserve reserve, Account account) {
        return account.spendable().subtract(reserve.least()).max(BigInteger.ZERO);
    }

    @Override
    public Optional<Refusal> fault(Order order, List<Line> lines, Accounts accounts) {
        if (!mayTake(order)) return Optional.empty();
        var policy = Optional.ofNullable(policies.get(order.cause()));
        return reserves.stream()
                .filter(reserve -> policy.isEmpty() || !policy.equals(reserve.unless()))
                .flatMap(reserve -> fault(reserve, lines, accounts).stream())
                .findFirst();
    }

    private Optional<Refusal> fault(Reserve reserve, List<Line> lines, Accounts accounts) {
        var seat = new Seat(reserve.account(), reserve.asset());
        var taken = taken(seat, lines);
        if (taken.signum() <= 0) return Optional.empty();
        return accounts.at(seat)
                .filter(account -> taken.compareTo(above(reserve, account)) > 0)
                .map(account -> refusal(reserve, above(reserve, account), taken));
    }

    /** What an account has less to spend afterwards: what comes back within one order is not taken. */
    private static BigInteger taken(Seat seat, List<Line> lines) {
        var taken = BigInteger.ZERO;
        for (var line : lines)
            if (line.asset().equals(seat.asset())) {
                if (line.debit().equals(seat.name())) taken = taken.add(line.amount());
                if (line.credit().equals(seat.name()) && line.moves()) taken = taken.subtract(line.amount());
            }
        return taken;
    }

    private Refusal refusal(Reserve reserve, BigInteger above, BigInteger taken) {
        var asset = Optional.ofNullable(assets.get(reserve.asset()))
                .orElseThrow(() -> new IllegalStateException("no asset " + reserve.asset()));
        return new Refusal.ReserveNeeded(
                reserve.account(),
                reserve.asset(),
                asset.decimal(reserve.least()),
                asset.decimal(above),
                asset.decimal(taken));
    }

    @Override
    public void moved(Order order, List<Line> lines) {
        // how accounts stand says all
    }

    @Override
    public Gate trial() {
        return this;
    }
}
