// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.folkmoot.constitution.Delegating;

/**
 * The power of those in one poll who delegate, and of their delegates, while ballots and delegations come. Of each change
 * only what it can reach is worked out anew; what comes out is what {@link Resolve} says of the whole.
 *
 * <p>Groups of ballots beside it count every ballot as its voter's own. {@link #settle} tells them what to take off and to
 * add.
 */
public final class Delegated {
    /** Groups of ballots that are counted. */
    @FunctionalInterface
    public interface Groups {
        /** Moves so many ballots of one choice, with this power together, in, or out if they are fewer than none. */
        void add(Object choice, long ballots, BigInteger power);
    }

    private final Rules rules;
    private final DelegationRules delegating;
    private final Map<String, BigInteger> roll = new LinkedHashMap<>();
    private final Map<String, Object> ballots = new HashMap<>();
    private final Map<String, Delegation> delegations = new HashMap<>();
    private final Map<String, Set<String>> principals = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final FollowedVotes votes;
    private final Loads loads;

    /** What the groups have in place of each voter's own ballot, and which ballot of their own that was. */
    private final Map<String, Told> told = new HashMap<>();

    private record Told(List<Carried> carried, List<Carried> own) {
        private static final Told NOTHING = new Told(List.of(), List.of());
    }

    /**
     * How power goes in one poll.
     *
     * @param said what the body says about delegation
     * @param following how those vote who follow others
     * @param whole the power of the whole roll
     * @param fits whether the voting method takes a choice with a power
     */
    public record Rules(Delegating said, Following following, BigInteger whole, BiPredicate<Object, BigInteger> fits) {
        private Optional<BigInteger> most() {
            return said.most().map(share -> whole.multiply(share.numerator()).divide(share.denominator()));
        }
    }

    /** Begins with nobody. */
    public Delegated(Rules rules) {
        this.rules = rules;
        this.delegating = DelegationRules.of(rules.said());
        this.votes = new FollowedVotes(rules.following(), ballots, this::delegates, this::principals);
        this.loads = new Loads(rules.most(), rules.said().overflow(), rules.fits());
    }

    /** Lets somebody of the roll in who delegates or to whom somebody delegates. Whoever is not on it has no part in it. */
    public void enter(String voter, BigInteger power) {
        if (roll.putIfAbsent(voter, power) == null) {
            changed.add(voter);
        }
    }

    /** Whether somebody has entered. */
    public boolean knows(String voter) {
        return roll.containsKey(voter);
    }

    /** Whether nobody has entered. */
    public boolean isEmpty() {
        return roll.isEmpty();
    }

    /** The ballot of somebody who has entered, in place of one before. */
    public void cast(String voter, Object choice) {
        ballots.put(voter, choice);
        changed.add(voter);
    }

    /** Somebody who has entered delegates, in place of any delegation before; its number is its place among all that were made. */
    public void delegate(long number, Delegation delegation) {
        end(delegation.from());
        delegations.put(delegation.from(), delegation);
        loads.rank(delegation.from(), number);
        for (var to : delegation.to().keySet()) {
            principals.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(delegation.from());
        }
    }

    /** Somebody does not delegate any more. */
    public void end(String principal) {
        delegates(principal).forEach(to -> principals(to).remove(principal));
        delegations.remove(principal);
        changed.add(principal);
    }

    /** Tells groups that count every ballot as its voter's own what is different. */
    public void settle(Groups groups) {
        if (changed.isEmpty()) {
            return;
        }
        var shift = new Shift();
        for (var principal : resolve()) {
            var now = new Told(loads.carried(principal), own(principal));
            var before = told.getOrDefault(principal, Told.NOTHING);
            shift.add(now.carried, 1);
            shift.add(before.own, 1);
            shift.add(now.own, -1);
            shift.add(before.carried, -1);
            told.put(principal, now);
        }
        changed.clear();
        shift.tell(groups);
    }

    /** What becomes of the power of somebody who has entered, and what their ballot carries; as of the last settling. */
    public Share share(String voter) {
        return new Share(loads.carried(voter), loads.lost(voter), loads.received(voter));
    }

    /** Where the power of everybody who has entered went, as of the last settling. */
    public Resolution resolution() {
        return new Resolution(
                roll.keySet().stream()
                        .flatMap(voter -> loads.carried(voter).stream())
                        .toList(),
                roll.keySet().stream()
                        .flatMap(voter -> loads.lost(voter).stream())
                        .toList());
    }

    private List<Carried> own(String voter) {
        var choice = ballots.get(voter);
        var power = roll.get(voter);
        return choice == null || power == null ? List.of() : List.of(new Carried(voter, voter, 0, power, choice));
    }

    /** Those whose power takes another way, or may, because of what changed. */
    private Set<String> reached() {
        var reached = new LinkedHashSet<String>(changed);
        var next = new ArrayDeque<String>(changed);
        while (!next.isEmpty()) {
            for (var principal : principals(next.remove())) {
                if (reached.add(principal) && !carries(principal)) {
                    next.add(principal);
                }
            }
        }
        return reached;
    }

    private boolean carries(String voter) {
        return delegating.carries(ballots.containsKey(voter), delegations.containsKey(voter));
    }

    private Collection<String> resolve() {
        return switch (rules.said().model()) {
            case PROXY -> put(reached(), this::proxies);
            case FOLLOWING -> put(votes.change(changed), touched -> votes.resolve(touched, roll));
        };
    }

    private Collection<String> put(Set<String> touched, Function<Set<String>, Resolution> resolution) {
        touched.retainAll(roll.keySet());
        return loads.put(resolution.apply(touched).fitting(rules.fits()), touched);
    }

    private Resolution proxies(Set<String> reached) {
        var some = new LinkedHashMap<String, BigInteger>();
        reached.forEach(voter -> some.put(voter, roll.getOrDefault(voter, BigInteger.ZERO)));
        return Resolve.of(some, delegations, ballots, delegating);
    }

    private Set<String> principals(String delegate) {
        return principals.getOrDefault(delegate, Set.of());
    }

    private Set<String> delegates(String principal) {
        var delegation = delegations.get(principal);
        return delegation == null ? Set.of() : delegation.to().keySet();
    }
}
