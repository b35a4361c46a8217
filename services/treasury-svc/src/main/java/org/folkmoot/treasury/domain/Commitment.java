// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * What a proposal sets aside before its actions are enacted: for each action what would leave each of the community's own
 * accounts, after what comes back to it within the action. The names follow from the proposal and the action's place, so that
 * it is set aside once.
 */
public final class Commitment {
    /** Until it is enacted or released; nobody waits for this deadline. */
    public static final Instant UNTIL = Instant.parse("9999-12-31T00:00:00Z");

    private static final Set<Transfer.Code> COMMITS = EnumSet.of(Transfer.Code.DECIDED, Transfer.Code.ENDOWED);

    private final Hash community;
    private final Hash proposal;
    private final Map<String, Asset> assets;

    public Commitment(Hash community, Hash proposal, Collection<Asset> assets) {
        this.community = community;
        this.proposal = proposal;
        this.assets = assets.stream().collect(Collectors.toMap(Asset::code, Function.identity()));
    }

    /** Whether this sets aside what a proposal will move. */
    public static boolean isOne(Order.SetAside hold) {
        return hold.deadline().equals(UNTIL);
    }

    /** Whether this is what a proposal has set aside for itself. */
    static boolean isOne(Hold hold) {
        return hold.deadline().equals(UNTIL);
    }

    /**
     * What is set aside for an action: what it moves, and what it puts into an escrow, for whom that is for if somebody is. What
     * it issues, burns or settles is not, and neither is what it gathers: which account gives how much is known when it does.
     */
    public List<Order> holds(int action, Order order) {
        return switch (order) {
            case Order.Move move -> COMMITS.contains(move.code()) ? holds(action, move.legs()) : List.of();
            case Order.SetAside hold -> holds(action, List.of(hold.leg()));
            case Order.Gather _,
                    Order.Settle _,
                    Order.Void _,
                    Order.Reverse _,
                    Order.Turn _,
                    Order.Spend _,
                    Order.Exit _ -> List.of();
        };
    }

    private List<Order> holds(int action, List<Leg> legs) {
        var out = new LinkedHashMap<Seat, BigInteger>();
        for (var leg : legs) {
            var amount = new Moving(assets).amount(leg.asset(), leg.amount());
            // What is no amount is asked for as it is, so that the ledger says why not.
            if (amount.isEmpty()) return List.of(hold(action, forWhomItIs(leg)));
            out.merge(new Seat(leg.debit(), leg.asset()), amount.get(), BigInteger::add);
            out.merge(new Seat(leg.credit(), leg.asset()), amount.get().negate(), BigInteger::add);
        }
        var holds = new ArrayList<Order>();
        out.forEach((seat, amount) -> {
            // Members' accounts and those of other kinds are nobody's to commit.
            if (amount.signum() > 0 && org.folkmoot.constitution.Account.isOwn(seat.name()))
                holds.add(hold(action, leg(seat, amount, legs)));
        });
        return holds;
    }

    private Leg leg(Seat seat, BigInteger amount, List<Leg> legs) {
        var credit = legs.stream()
                .filter(leg -> leg.debit().equals(seat.name()) && leg.asset().equals(seat.asset()))
                .map(Leg::paid)
                .findFirst()
                .orElseThrow();
        var asset = assets.get(seat.asset());
        return new Leg(seat.name(), credit, seat.asset(), asset == null ? amount.toString() : asset.decimal(amount));
    }

    private static Leg forWhomItIs(Leg leg) {
        return new Leg(leg.debit(), leg.paid(), leg.asset(), leg.amount());
    }

    private Order hold(int action, Leg leg) {
        var parts = Map.of(
                "account", leg.debit(),
                "action", action,
                "asset", leg.asset(),
                "community", community.hex(),
                "proposal", proposal.hex(),
                "type", "committed/1");
        return new Order.SetAside(id(parts), leg, UNTIL, proposal, "");
    }

    /** Frees what is set aside, because of an enactment or of the proposal's end. */
    public Order free(Hash hold, Hash because) {
        var parts = Map.of("because", because.hex(), "hold", hold.hex(), "type", "freed/1");
        return new Order.Void(id(parts), hold, proposal, true);
    }

    /** Frees all of these and then does what they were set aside for: one after the other, all or nothing. */
    public List<Order> instead(List<Hash> held, Hash enactment, List<Order> orders) {
        return Stream.concat(held.stream().map(hold -> free(hold, enactment)), orders.stream())
                .toList();
    }

    private static Hash id(Map<String, ?> parts) {
        return Hash.of(Json.of(parts).canonical());
    }
}
