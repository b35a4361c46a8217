// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** Looks for ballots of one voting method that grant wishes, with a known roll at one moment. */
public final class FindBallots {
    private final Roll roll;
    private final Map<String, Fraction> rates;
    private final Budget budget;
    private final Trials trials;
    private final List<String> counts;
    private final boolean choices;

    /**
     * Asks about a roll.
     *
     * @param method the voting method
     * @param roll who may vote
     * @param rates what thresholds follow at that moment
     * @param budget how much work it may be
     */
    public FindBallots(Bound.Method<?> method, Roll roll, Map<String, Fraction> rates, Budget budget) {
        this.roll = roll;
        this.rates = Map.copyOf(rates);
        this.budget = budget;
        this.choices = method.countsAreChoices();
        this.counts = method.counts();
        this.trials = new Trials(method, roll, this.rates);
    }

    /** Nobody has voted. */
    public Facts nobody() {
        return trials.nobody();
    }

    /** All vote alike, in each way that there is. */
    public List<Facts> alike() {
        return trials.alike();
    }

    /** Ballots that meet all rules. */
    public Reach all(List<Clause> clauses) {
        return ask(clauses.stream().map(clause -> new Wish(clause, true)).toList());
    }

    /** Ballots that grant all wishes. */
    public Reach ask(List<Wish> wishes) {
        var tried = trials.all().stream()
                .filter(facts -> wishes.stream().allMatch(wish -> wish.granted(facts)))
                .findFirst();
        if (tried.isPresent()) {
            return new Reach.Some(tried.get());
        }
        if (!choices) {
            return alone(wishes);
        }
        return switch (searched(wishes)) {
            case Found(Facts facts, boolean sure) when sure -> new Reach.Some(facts);
            case Found _, Open _ -> new Enumeration(roll, counts, rates).look(wishes, this::none);
            case Proven _ -> none(wishes);
        };
    }

    // How ballots become counts, nobody can look into; but a rule that all fail who vote alike was not meant, if they
    // voted for what it counts at all.
    private Reach alone(List<Wish> wishes) {
        return wishes.stream()
                .filter(wish ->
                        trials.speakOf(wish.clause()) && trials.all().stream().noneMatch(wish::granted))
                .<Reach>map(wish -> new Reach.None(List.of(wish), trials.best(wish.clause())))
                .findFirst()
                .orElseGet(Reach.Unknown::new);
    }

    private sealed interface Answer {}

    private record Found(Facts facts, boolean sure) implements Answer {}

    private record Proven() implements Answer {}

    private record Open() implements Answer {}

    private Answer searched(List<Wish> wishes) {
        var ground = Ground.of(roll, counts);
        return switch (new Conjunction(wishes, ground, rates).search(false, budget)) {
            case Search.Found(List<BigInteger> values) -> {
                var facts = facts(ground, values);
                yield new Found(facts, ground.exact() && wishes.stream().allMatch(wish -> wish.granted(facts)));
            }
            case Search.None _ -> new Proven();
            case Search.Unknown _ -> new Open();
        };
    }

    private Facts facts(Ground ground, List<BigInteger> values) {
        var cast = new LinkedHashMap<String, BigInteger>();
        counts.forEach(count -> cast.put(count, ground.find(count).orElseThrow().at(values)));
        return trials.facts(cast);
    }

    // Leaves out every wish without which there still are no ballots: what remains is the conflict.
    private Reach none(List<Wish> wishes) {
        var conflict = new ArrayList<>(wishes);
        for (var wish : wishes) {
            var fewer = new ArrayList<>(conflict);
            fewer.remove(wish);
            if (!fewer.isEmpty() && searched(fewer) instanceof Proven) {
                conflict = fewer;
            }
        }
        return new Reach.None(conflict, nearest(conflict));
    }

    private Facts nearest(List<Wish> conflict) {
        var last = conflict.getLast();
        var others = conflict.subList(0, conflict.size() - 1);
        if (others.isEmpty()) {
            return trials.best(last.clause());
        }
        var tried = trials.all().stream()
                .filter(facts -> others.stream().allMatch(wish -> wish.granted(facts)))
                .findFirst();
        Optional<Facts> found =
                searched(others) instanceof Found(Facts facts, boolean _) ? Optional.of(facts) : Optional.empty();
        return tried.or(() -> found).orElseGet(() -> trials.best(last.clause()));
    }
}
