// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Early;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Timing;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** One stage on its way through time. It only goes forward: instants are given in their order. */
final class StageRun {
    private final StageJudge judge;
    private final Timing timing;
    private final Ballots ballots;
    private final Instant opensAt;
    private final Instant begins;
    private final Ticks ticks;
    private final Turns turns;
    private final Deadline deadline;
    private final String prefix;
    private final List<Change> log;
    private Instant clock;
    private boolean unseen;
    private Optional<Instant> heldSince = Optional.empty();
    private Optional<Instant> turnedAt = Optional.empty();
    private Optional<Instant> coolingUntil = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();

    /** What the stage decided, and when. */
    record Verdict(Instant at, Decision decision) {}

    StageRun(Judge policy, StageJudge judge, History history, Instant opensAt, List<Change> log) {
        this.judge = judge;
        this.timing = judge.stage().timing();
        this.opensAt = opensAt;
        this.begins = opensAt.plus(timing.prepare());
        this.ballots = new Ballots(policy, judge, history, begins);
        this.ticks = new Ticks(begins, timing.tick());
        this.clock = opensAt;
        this.turns = new Turns(judge, ballots, begins);
        this.deadline = new Deadline(begins, timing);
        this.prefix = policy.policy().stages().size() > 1 ? judge.stage().name() + "/" : "";
        this.log = log;
    }

    Instant opensAt() {
        return opensAt;
    }

    /** The instant to which time has passed. */
    Instant clock() {
        return clock;
    }

    /** The first instant at which no ballot is taken any more, if nothing else happens. */
    Instant closesAt() {
        var close = coolingUntil.orElseGet(deadline::closesAt);
        return ticks.from(heldSince
                .flatMap(since -> timing.confirm().map(since::plus))
                .filter(close::isBefore)
                .orElse(close));
    }

    Instant deadline() {
        return coolingUntil.orElseGet(deadline::at);
    }

    Ballots ballots() {
        return ballots;
    }

    Optional<Verdict> verdict() {
        return verdict;
    }

    Phase phase(Instant now) {
        if (now.isBefore(opensAt)) {
            return Phase.DELAYED;
        }
        if (coolingUntil.isPresent()) {
            return Phase.COOLING_OFF;
        }
        return heldSince.isPresent() ? Phase.CONFIRMING : Phase.VOTING;
    }

    /** What the chamber of the policy's own body had counted at an instant. */
    Facts facts(Instant at) {
        var all = ballots.facts(at);
        return all.getOrDefault(
                judge.stage().main().name(), all.values().iterator().next());
    }

    /** What every chamber had counted at an instant, by name. */
    Map<String, Facts> allFacts(Instant at) {
        return ballots.facts(at);
    }

    /** The decision as things stand at an instant. */
    Decision asOf(Instant now) {
        return judge.decide(ballots.facts(now), ballots.winners(), prefix);
    }

    /** How far the support that lasts has come as things stand, in the first chamber that asks for it. */
    Optional<String> lasting() {
        if (!ballots.grow()) {
            return Optional.empty();
        }
        var facts = ballots.facts(clock);
        return judge.chambers().stream()
                .flatMap(chamber -> chamber.lasting(StageJudge.of(chamber, facts)).stream())
                .findFirst();
    }

    void start() {
        note(opensAt, Phase.VOTING, "The poll opens.");
        ballots.settle(opensAt);
        look(opensAt);
    }

    /** Lets time pass: everything that happens by itself until then, at its own instant. */
    void advance(Instant to) {
        while (verdict.isEmpty() && clock.isBefore(to)) {
            var next = next(to);
            clock = next;
            ballots.settle(next);
            look(next);
        }
    }

    /** Takes what all chambers had counted at an instant to which time has passed already, and looks at it once. */
    void take(Collection<Cast> together) {
        if (verdict.isPresent()
                || together.isEmpty()
                || together.iterator().next().at().isBefore(opensAt)) {
            return;
        }
        var late = timing.late();
        var rule = late.flatMap(said -> said.rule());
        var before = judge.reached(rule, ballots.facts(clock));
        together.forEach(ballots::take);
        var facts = ballots.facts(clock);
        if (late.isPresent() && coolingUntil.isEmpty()) {
            var settled = judge.settled(ballots.ownFacts(clock)).isPresent();
            if (deadline.note(late.get(), clock, before, judge.reached(rule, facts), settled)) {
                note(clock, Phase.VOTING, "A late ballot moves the deadline to " + deadline.at() + ".");
            }
        }
        unseen = !ticks.never();
        if (!unseen) {
            look(clock);
        }
    }

    // What may happen at an instant, in this order: an early decision, the end of a confirmation, the close.
    private void look(Instant now) {
        if (now.isBefore(begins) || !ticks.on(now)) {
            return;
        }
        unseen = false;
        var facts = ballots.facts(now);
        var yes = judge.saysYes(facts);
        if (yes != turnedAt.isPresent()) {
            turnedAt = yes ? Optional.of(now) : Optional.empty();
        }
        if (coolingUntil.isPresent()) {
            if (!now.isBefore(coolingUntil.get())) {
                decide(now, yes ? "The cool-off is over." : "The cool-off turned it.");
            }
            return;
        }
        var early = judge.early(facts, ballots.ownFacts(now), Duration.between(begins, now));
        if (early.isPresent()) {
            decide(now, words(early.get()));
        } else if (timing.confirm().isPresent()) {
            confirm(now, yes, timing.confirm().get());
        } else if (!now.isBefore(deadline.closesAt())) {
            close(now);
        }
    }

    private static String words(Early early) {
        if (early.irreversible()) {
            return "No ballot that is missing could change it.";
        }
        return early.outcome() == Outcome.PASSED ? "It passes before the deadline." : "It fails before the deadline.";
    }

    private void confirm(Instant now, boolean yes, Duration hold) {
        if (!yes) {
            if (heldSince.isPresent()) {
                note(now, Phase.VOTING, "The rules do not hold any more; the confirmation is broken off.");
            }
            heldSince = Optional.empty();
            if (!now.isBefore(deadline.closesAt())) {
                decide(now, "The time is over.");
            }
            return;
        }
        // What holds when the time is over may still be confirmed, as on OpenGov.
        if (heldSince.isEmpty()) {
            heldSince = Optional.of(now);
            note(now, Phase.CONFIRMING, "The rules hold; it passes at " + now.plus(hold) + " if they go on to.");
        }
        if (!now.isBefore(heldSince.get().plus(hold))) {
            decide(now, "The rules have held for long enough.");
        }
    }

    private void close(Instant now) {
        var cool = timing.coolOff();
        var turnedLate = cool.flatMap(said -> said.turned())
                .map(within -> turnedAt.filter(at -> !at.isBefore(deadline.at().minus(within)))
                        .isPresent())
                .orElse(true);
        if (cool.isPresent() && turnedLate) {
            coolingUntil = Optional.of(now.plus(cool.get().lasts()));
            note(now, Phase.COOLING_OFF, "Only " + String.join(", ", cool.get().only()) + " can be chosen now.");
        } else {
            decide(now, "The time is over.");
        }
    }

    private void decide(Instant now, String why) {
        var decision = asOf(now);
        verdict = Optional.of(new Verdict(now, decision));
        log.add(new Change(
                now,
                judge.stage().name(),
                decision.outcome() == Outcome.PASSED ? Phase.TIMELOCKED : Phase.REJECTED,
                why + " " + decision.words()));
    }

    private void note(Instant at, Phase phase, String words) {
        log.add(new Change(at, judge.stage().name(), phase, words));
    }

    /** The next instant at which something may happen by itself, or {@code to}. */
    Instant next(Instant to) {
        var known = new ArrayList<>(List.of(begins, coolingUntil.orElseGet(deadline::closesAt)));
        judge.stage().early().forEach(early -> known.add(begins.plus(early.after())));
        heldSince.ifPresent(since -> timing.confirm().map(since::plus).ifPresent(known::add));
        var instants = new TreeSet<Instant>(known.stream().map(ticks::from).toList());
        instants.add(to);
        if (unseen || !ticks.on(clock) || ballots.grow()) {
            instants.add(ticks.after(clock));
        }
        var ahead = instants.tailSet(clock, false).first();
        // What grows is looked at at every tick, and nothing happens in between.
        if (!watchesTime() || ballots.grow()) {
            return ahead;
        }
        return Stream.of(turns.between(clock, ahead), early(ahead))
                .flatMap(Optional::stream)
                .map(ticks::from)
                .filter(ahead::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(ahead);
    }

    private Optional<Instant> early(Instant ahead) {
        return judge.stage().early().isEmpty() || coolingUntil.isPresent()
                ? Optional.empty()
                : turns.early(clock, ahead);
    }

    private boolean watchesTime() {
        return timing.confirm().isPresent() || !judge.stage().early().isEmpty();
    }

    /** What the policy remembers after the verdict; unchanged while there is none. */
    Map<String, Fraction> trends() {
        return verdict.map(found -> ballots.nextTrends(ballots.facts(found.at())))
                .orElseGet(ballots::trends);
    }
}
