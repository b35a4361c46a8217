// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.CoolOff;
import org.folkmoot.constitution.Decision;
import org.folkmoot.policy.Fraction;

/**
 * One stage that is followed while its ballots come: the same ballots at the same instants lead to the same verdict as in
 * {@link Course}, whoever follows, and wherever they stop and begin again.
 *
 * <p>It only goes forward, so whoever takes a ballot that does not come to stay must throw it away.
 */
public final class Follow {
    /** What a stage has decided, and the exact instant at which it has. */
    public record Verdict(Instant at, Decision decision) {}

    private final StageRun run;
    private final Optional<CoolOff> coolOff;
    private final List<Change> log;

    private Follow(StageRun run, Optional<CoolOff> coolOff, List<Change> log) {
        this.run = run;
        this.coolOff = coolOff;
        this.log = log;
    }

    /**
     * Follows a stage from the opening of its polls on.
     *
     * @param electorates the rolls, by body
     * @param trends what the policy remembered then, by name; a trend that is not named is at its start
     */
    public static Follow of(
            Judge judge,
            String stage,
            Instant opensAt,
            Map<String, Electorate> electorates,
            Map<String, Fraction> trends) {
        var log = new ArrayList<Change>();
        var history = new History(opensAt, electorates, trends, List.of());
        var bound = judge.stage(stage);
        var run = new StageRun(judge, bound, history, opensAt, log);
        run.start();
        return new Follow(run, bound.stage().timing().coolOff(), log);
    }

    /** Lets time pass: everything that happens by itself until then, at its own instant. */
    public void advance(Instant to) {
        run.advance(to);
    }

    /** Takes what one chamber had counted at an instant at which no other had counted anything. */
    public void take(Cast cast) {
        take(List.of(cast));
    }

    /**
     * Takes what all chambers had counted at one instant; everything that happens by itself until then happens first.
     * Nothing is decided by a part of it.
     */
    public void take(List<Cast> together) {
        for (var cast : together) {
            if (!cast.at().equals(together.getFirst().at())) {
                throw new IllegalArgumentException(
                        "not of one instant: " + together.getFirst().at() + " and " + cast.at());
            }
        }
        if (!together.isEmpty()) {
            run.advance(together.getFirst().at());
            run.take(together);
        }
    }

    /** The instant to which time has passed. */
    public Instant clock() {
        return run.clock();
    }

    /** Where it stands: voting, confirming or cooling off, also when it is decided. */
    public Phase phase() {
        return run.phase(run.clock());
    }

    /** What it has decided, if it has. */
    public Optional<Verdict> verdict() {
        return run.verdict().map(found -> new Verdict(found.at(), found.decision()));
    }

    /** The first instant at which no ballot is taken any more, as far as is known; a verdict may come before it. */
    public Instant closesAt() {
        return run.closesAt();
    }

    /** The next instant at which something may happen by itself; that of the verdict, if there is one. */
    public Instant next() {
        return run.verdict().map(StageRun.Verdict::at).orElseGet(() -> run.next(Instant.MAX));
    }

    /** How far the support that lasts has come at {@link #clock}, as a sentence; nothing if no rule asks for it. */
    public Optional<String> lasting() {
        return run.lasting();
    }

    /** The only choices that are taken now; nothing while all of them are. */
    public Optional<List<String>> only() {
        return phase() == Phase.COOLING_OFF ? coolOff.map(CoolOff::only) : Optional.empty();
    }

    /** Since when only some choices are taken, if it has come to that. */
    public Optional<Instant> coolingSince() {
        return log.stream()
                .filter(change -> change.phase() == Phase.COOLING_OFF)
                .map(Change::at)
                .findFirst();
    }

    /** Everything that has happened, in its order. */
    public List<Change> log() {
        return List.copyOf(log);
    }

    /** What the policy remembers after the verdict, by name; unchanged while there is none. */
    public Map<String, Fraction> trends() {
        return run.trends();
    }
}
