// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.NamedRule;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Revote;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.TraceLine;

/** Judges one chamber's ballots by its rules. */
final class ChamberJudge {
    private record Ready(NamedRule named, Bound.Rule<?> rule) {
        // A rule that blocks is met where it is not reached.
        boolean met(Facts facts) {
            return rule.isMet(facts) != named.blocks();
        }
    }

    private final Chamber chamber;
    private final Bound.Method<?> method;
    private final List<Ready> rules;

    private ChamberJudge(Chamber chamber, Bound.Method<?> method, List<Ready> rules) {
        this.chamber = chamber;
        this.method = method;
        this.rules = rules;
    }

    static ChamberJudge of(Chamber chamber, Plugins plugins) {
        return new ChamberJudge(
                chamber,
                plugins.method(chamber.ballot()),
                chamber.rules().stream()
                        .map(named -> new Ready(named, plugins.rule(named.rule())))
                        .toList());
    }

    Chamber chamber() {
        return chamber;
    }

    Bound.Method<?> method() {
        return method;
    }

    /** Whether the chamber says yes: every rule is met. A chamber without rules never does. */
    boolean saysYes(Facts facts) {
        for (var ready : rules) {
            if (!ready.met(facts)) {
                return false;
            }
        }
        return !rules.isEmpty();
    }

    /** The same, read from the trace, in which a rule of a chamber that vetoes passes where it does not stop the proposal. */
    boolean saysYes(List<TraceLine> trace) {
        var stops = chamber.stance() == Chamber.Stance.VETOES;
        for (var line : trace) {
            if (line.passed() == stops) {
                return false;
            }
        }
        return !trace.isEmpty();
    }

    /** Whether what one rule asks for is reached, also if that blocks; nothing if the chamber has none of that name. */
    Optional<Boolean> reached(String name, Facts facts) {
        return rules.stream()
                .filter(ready -> ready.named.name().equals(name))
                .findFirst()
                .map(ready -> ready.rule.isMet(facts));
    }

    /** Which rules are met, one bit for each. */
    BitSet met(Facts facts) {
        var met = new BitSet(rules.size());
        for (var i = 0; i < rules.size(); i++) {
            met.set(i, rules.get(i).met(facts));
        }
        return met;
    }

    /** The names of the rules and the settings behind them, in their order. */
    List<NamedRule> rules() {
        return rules.stream().map(Ready::named).toList();
    }

    /** How the support that a rule asks for grows, if one asks for support that lasts. */
    Optional<Growth> growth() {
        return rules.stream().flatMap(ready -> ready.rule.growth().stream()).findFirst();
    }

    /** How far the support that lasts has come, as a sentence; nothing if no rule asks for it. */
    Optional<String> lasting(Facts facts) {
        return rules.stream()
                .filter(ready -> ready.rule.growth().isPresent())
                .findFirst()
                .map(ready -> ready.rule.judge(facts).line().words());
    }

    /** One line for each rule. Every rule is asked even after one has failed, so that the trace is whole. */
    List<TraceLine> trace(Facts facts, String prefix) {
        var lines = new ArrayList<TraceLine>();
        for (var ready : rules) {
            var line = ready.rule.judge(facts).line().named(prefix + ready.named.name());
            var blocks = ready.named.blocks() != (chamber.stance() == Chamber.Stance.VETOES);
            lines.add(blocks ? blocking(line) : line);
        }
        return lines;
    }

    private static TraceLine blocking(TraceLine line) {
        return new TraceLine(
                line.rule(),
                line.numerator(),
                line.denominator(),
                line.operator(),
                line.fraction(),
                line.boundary(),
                line.tie(),
                !line.passed(),
                (line.passed() ? "Stops the proposal: " : "Does not stop the proposal: ") + line.words(),
                line.margin());
    }

    /** Whether the chamber's yes or no stands whatever else is cast; nothing while it does not, or nobody can tell. */
    Optional<Boolean> settled(Facts facts) {
        if (chamber.revote() != Revote.FIRST || !method.countsForetell() || rules.isEmpty()) {
            return Optional.empty();
        }
        var extremes = extremes(facts);
        var counts = facts.counts().keySet();
        var always = rules.stream()
                .allMatch(ready -> ready.rule.settledByExtremes(counts)
                        && extremes.stream().allMatch(ready::met));
        if (always) {
            return Optional.of(true);
        }
        var never = rules.stream()
                .anyMatch(ready -> ready.rule.settledByExtremes(counts)
                        && extremes.stream().noneMatch(ready::met));
        return never ? Optional.of(false) : Optional.empty();
    }

    // Thresholds that move with time move one way, so now and the end are the extremes of time.
    private List<Facts> extremes(Facts facts) {
        var cast = facts.counts().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var missing = facts.rollPower().subtract(cast).max(BigInteger.ZERO);
        var extremes = new ArrayList<Facts>();
        for (var when : List.of(facts, atTheEnd(facts))) {
            extremes.add(when);
            if (missing.signum() > 0) {
                for (var count : facts.counts().keySet()) {
                    var counts = new LinkedHashMap<>(facts.counts());
                    counts.merge(count, missing, BigInteger::add);
                    extremes.add(when.counting(counts));
                }
            }
        }
        return extremes;
    }

    private static Facts atTheEnd(Facts facts) {
        Map<String, Fraction> rates = new LinkedHashMap<>(facts.rates());
        rates.put(Facts.ELAPSED, Fraction.of(1, 1));
        return facts.with(facts.measures(), rates);
    }

    /** Nothing was cast yet. */
    Result nothing() {
        var counts = new LinkedHashMap<String, BigInteger>();
        method.counts().forEach(name -> counts.put(name, BigInteger.ZERO));
        return new Result(0, List.of(), counts, List.of(), "Nobody has voted.");
    }
}
