// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.policy.Facts;

/** Follows a proposal through time: the same policy and history always give the same standing. */
public final class Course {
    private final Judge judge;
    private final History history;
    private final List<Change> log = new ArrayList<>();

    private Course(Judge judge, History history) {
        this.judge = judge;
        this.history = history;
    }

    /** Where the proposal stands at an instant, with everything that led there. Later ballots are not looked at. */
    public static Standing at(Judge judge, History history, Instant now) {
        return new Course(judge, history).run(now);
    }

    private Standing run(Instant now) {
        var casts =
                history.casts().stream().filter(cast -> !cast.at().isAfter(now)).toList();
        log.add(new Change(history.submittedAt(), judge.policy().first().name(), Phase.DELAYED, "It is submitted."));
        var begins = history.submittedAt();
        var at = judge.policy().first();
        while (true) {
            var run = new StageRun(
                    judge,
                    judge.stage(at.name()),
                    history,
                    begins.plus(at.timing().delay()),
                    log);
            go(run, casts, now);
            if (run.verdict().isEmpty()) {
                return open(run, at.name(), now);
            }
            var verdict = run.verdict().get();
            var next = verdict.decision().outcome() == Outcome.PASSED ? at.passes() : at.fails();
            if (next.isEmpty()) {
                return decided(run, at.name(), now);
            }
            begins = verdict.at();
            at = judge.policy().stage(next.get()).orElseThrow();
        }
    }

    private static void go(StageRun run, List<Cast> casts, Instant now) {
        if (now.isBefore(run.opensAt())) {
            return;
        }
        run.start();
        for (var cast : casts) {
            if (cast.at().isBefore(run.opensAt())) {
                continue;
            }
            run.advance(cast.at());
            run.take(cast);
        }
        run.advance(now);
    }

    private Standing open(StageRun run, String stage, Instant now) {
        return new Standing(
                run.phase(now),
                stage,
                run.opensAt(),
                run.deadline(),
                run.asOf(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                run.ballots().trends(),
                log);
    }

    private Standing decided(StageRun run, String stage, Instant now) {
        var verdict = run.verdict().orElseThrow();
        var facts = facts(run, verdict.at());
        var passed = verdict.decision().outcome() == Outcome.PASSED;
        var timing = judge.policy().last().timing();
        var timelock = timing.timelock()
                .plus(timing.sliding().map(sliding -> sliding.at(facts)).orElse(Duration.ZERO));
        var eta = verdict.at().plus(timelock);
        var expiry = eta.plus(timing.expires());
        if (passed) {
            note(stage, now, eta, Phase.EXECUTABLE, "It may be enacted.");
            note(stage, now, expiry, Phase.EXPIRED, "The time to enact it is over.");
        }
        return new Standing(
                passed ? after(now, eta, expiry) : Phase.REJECTED,
                stage,
                run.opensAt(),
                run.deadline(),
                verdict.decision(),
                Optional.of(verdict.at()),
                Optional.of(eta).filter(_ -> passed),
                Optional.of(expiry).filter(_ -> passed),
                Optional.of(timelock).filter(_ -> passed),
                run.trends(),
                log);
    }

    private Facts facts(StageRun run, Instant at) {
        var main = judge.stage(judge.policy().first().name()).stage().main().name();
        var all = run.ballots().facts(run.opensAt(), at);
        return all.getOrDefault(main, all.values().iterator().next());
    }

    private void note(String stage, Instant now, Instant at, Phase phase, String words) {
        if (!at.isAfter(now)) {
            log.add(new Change(at, stage, phase, words));
        }
    }

    private static Phase after(Instant now, Instant eta, Instant expiry) {
        if (now.isBefore(eta)) {
            return Phase.TIMELOCKED;
        }
        return now.isBefore(expiry) ? Phase.EXECUTABLE : Phase.EXPIRED;
    }
}
