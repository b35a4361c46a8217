// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.constitution.delegation.Lost.Reason;

/**
 * Finds for every voter on a roll the ballots that carry their power.
 *
 * <p>Power follows delegations until it reaches a ballot. A delegation to somebody from whom the power would come back
 * carries nothing: what is delegated in a circle is lost, whoever started it. Where power is divided, the parts are
 * exact along the whole way and are made whole once for each principal, by largest remainder, the delegate named first
 * among equals.
 *
 * <p>What goes further than the rules allow is one part, and power that would be divided into more than {@value #MOST_WAYS}
 * parts, or into finer ones than {@value #MOST_BITS} bits can tell apart, goes no further: so the work for each voter is bounded,
 * however others divide theirs.
 */
public final class Resolve {
    private static final int MOST_WAYS = 256;
    private static final int MOST_BITS = 1_024;

    private final Map<String, BigInteger> roll;
    private final Map<String, Delegation> delegations;
    private final Map<String, Object> ballots;
    private final DelegationRules rules;
    private final Map<String, List<Flow>> flows = new HashMap<>();
    private final List<Carried> carried = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();

    private Resolve(
            Map<String, BigInteger> roll,
            Map<String, Delegation> delegations,
            Map<String, Object> ballots,
            DelegationRules rules) {
        this.roll = roll;
        this.delegations = delegations;
        this.ballots = ballots;
        this.rules = rules;
    }

    /**
     * Resolves a poll.
     *
     * @param roll the power of everybody on the roll
     * @param delegations at most one of each principal, those of the poll's scope
     * @param ballots the choice of everybody who voted
     */
    public static Resolution of(
            Map<String, BigInteger> roll,
            Collection<Delegation> delegations,
            Map<String, Object> ballots,
            DelegationRules rules) {
        var byPrincipal = new HashMap<String, Delegation>();
        for (var delegation : delegations) {
            if (byPrincipal.put(delegation.from(), delegation) != null) {
                throw new IllegalArgumentException(delegation.from() + " delegates twice in one scope");
            }
        }
        return of(roll, byPrincipal, ballots, rules);
    }

    /** Resolves it for some of those on the roll, looking only at those whom their power can reach. */
    static Resolution of(
            Map<String, BigInteger> some,
            Map<String, Delegation> byPrincipal,
            Map<String, Object> ballots,
            DelegationRules rules) {
        return new Resolve(some, byPrincipal, ballots, rules).run();
    }

    private Resolution run() {
        var circles = new Circles(roll.keySet(), this::followed);
        circles.order().forEach(voter -> flows.put(voter, flows(voter, circles)));
        roll.forEach(this::send);
        return new Resolution(carried, lost);
    }

    private Collection<String> followed(String voter) {
        var delegation = delegations.get(voter);
        return delegation == null || carries(voter)
                ? List.of()
                : delegation.to().keySet();
    }

    private boolean carries(String voter) {
        return rules.carries(ballots.containsKey(voter), delegations.containsKey(voter));
    }

    private List<Flow> flows(String voter, Circles circles) {
        if (carries(voter)) {
            return List.of(Flow.ended(voter, Optional.empty()));
        }
        var delegation = delegations.get(voter);
        if (delegation == null) {
            return List.of(Flow.ended(voter, Optional.of(Reason.SILENT)));
        }
        var whole = delegation.whole();
        var found = new Merged();
        delegation.to().forEach((to, weight) -> {
            if (to.equals(voter)) {
                found.add(Flow.ended(to, Optional.of(Reason.KEPT_BACK)).stepBefore(weight, whole));
            } else if (circles.same(voter, to)) {
                found.add(Flow.ended(to, Optional.of(Reason.CIRCLE)).stepBefore(weight, whole));
            } else {
                flows.getOrDefault(to, List.of()).forEach(flow -> found.add(flow.stepBefore(weight, whole)));
            }
        });
        return bounded(voter, found.flows());
    }

    private List<Flow> bounded(String voter, List<Flow> flows) {
        var bounded = new ArrayList<Flow>();
        var far = Optional.<Flow>empty();
        for (var flow : flows) {
            if (flow.steps() <= rules.depth()) {
                bounded.add(flow);
            } else {
                far = Optional.of(far.map(before -> before.plus(flow).losing(Reason.TOO_FAR))
                        .orElse(flow));
            }
        }
        far.ifPresent(bounded::add);
        var divided = bounded.size() > MOST_WAYS
                || bounded.stream().anyMatch(flow -> flow.under().bitLength() > MOST_BITS);
        return divided ? List.of(Flow.ended(voter, Optional.of(Reason.TOO_DIVIDED))) : bounded;
    }

    /** Parts of one voter's power; those that end alike are one, else their number could double with every step. */
    private static final class Merged {
        private record Way(String end, int steps, Optional<Reason> lost) {}

        private final Map<Way, Flow> ways = new LinkedHashMap<>();

        void add(Flow flow) {
            ways.merge(new Way(flow.end(), flow.steps(), flow.lost()), flow, Flow::plus);
        }

        List<Flow> flows() {
            return List.copyOf(ways.values());
        }
    }

    private void send(String principal, BigInteger power) {
        var own = ballots.get(principal);
        var delegation = delegations.get(principal);
        if (own != null && (delegation == null || rules.override())) {
            carried.add(new Carried(principal, principal, 0, power, own));
            return;
        }
        var parts = flows.getOrDefault(principal, List.of());
        var amounts = amounts(parts, power);
        for (var i = 0; i < parts.size(); i++) {
            arrive(principal, parts.get(i), amounts.get(i), delegation == null ? Map.of() : delegation.terms());
        }
    }

    private void arrive(String principal, Flow flow, BigInteger power, Map<String, Object> terms) {
        var choice = ballots.get(flow.end());
        if (flow.lost().isPresent() || choice == null) {
            lost.add(new Lost(principal, flow.end(), power, flow.lost().orElse(Reason.SILENT)));
        } else if (flow.steps() > rules.depth()) {
            lost.add(new Lost(principal, flow.end(), power, Reason.TOO_FAR));
        } else {
            rules.inheritance()
                    .of(choice, terms)
                    .ifPresentOrElse(
                            inherited ->
                                    carried.add(new Carried(principal, flow.end(), flow.steps(), power, inherited)),
                            () -> lost.add(new Lost(principal, flow.end(), power, Reason.NOT_INHERITED)));
        }
    }

    private static List<BigInteger> amounts(List<Flow> parts, BigInteger power) {
        if (parts.size() == 1) {
            return List.of(power);
        }
        var amounts = new ArrayList<BigInteger>();
        parts.forEach(part -> amounts.add(part.of(power)));
        var missing = power.subtract(amounts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        IntStream.range(0, parts.size())
                .boxed()
                .sorted((one, other) -> parts.get(other)
                        .remainder(power)
                        .compareTo(parts.get(one).remainder(power)))
                .limit(missing.intValueExact())
                .forEach(i -> amounts.set(i, amounts.get(i).add(BigInteger.ONE)));
        return amounts;
    }
}
