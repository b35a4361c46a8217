// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.folkmoot.constitution.EnactmentWindow;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Policy;

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

    /** An instant at which every proposal with this history is decided, whatever else is cast and however late. */
    public static Instant end(Policy policy, History history) {
        var end = history.sponsoredAt().orElse(history.submittedAt());
        for (var stage : policy.stages()) {
            end = end.plus(stage.timing().delay()).plus(stage.timing().latest());
        }
        return end;
    }

    private Standing run(Instant now) {
        var casts =
                history.casts().stream().filter(cast -> !cast.at().isAfter(now)).toList();
        var at = judge.policy().first();
        log.add(new Change(history.submittedAt(), at.name(), Phase.DELAYED, "It is submitted."));
        var opens = history.submittedAt().plus(at.timing().delay());
        var sponsors = judge.policy().proposing().sponsors();
        if (sponsors.isPresent()) {
            var lapses = history.submittedAt().plus(sponsors.get().within());
            var sponsored = history.sponsoredAt().filter(lapses::isAfter);
            if (sponsored.filter(when -> !when.isAfter(now)).isEmpty()) {
                return unsponsored(opens, lapses, now);
            }
            opens = Span.later(opens, sponsored.orElseThrow());
        }
        while (true) {
            var run = new StageRun(judge, judge.stage(at.name()), history, opens, log);
            go(run, casts, now);
            if (run.verdict().isEmpty()) {
                return open(run, at.name(), now, run.phase(now));
            }
            var verdict = run.verdict().get();
            var next = verdict.decision().outcome() == Outcome.PASSED ? at.passes() : at.fails();
            if (next.isEmpty()) {
                return decided(run, at.name(), now);
            }
            at = judge.policy().stage(next.get()).orElseThrow();
            opens = verdict.at().plus(at.timing().delay());
        }
    }

    private static void go(StageRun run, List<Cast> casts, Instant now) {
        if (now.isBefore(run.opensAt())) {
            return;
        }
        run.start();
        casts.stream()
                .filter(cast -> !cast.at().isBefore(run.opensAt()))
                .collect(Collectors.groupingBy(Cast::at, TreeMap::new, Collectors.toList()))
                .forEach((at, together) -> {
                    run.advance(at);
                    run.take(together);
                });
        run.advance(now);
    }

    private Standing unsponsored(Instant opens, Instant lapses, Instant now) {
        var first = judge.policy().first().name();
        var run = new StageRun(judge, judge.stage(first), history, opens, log);
        note(first, now, lapses, Phase.EXPIRED, "It was not sponsored in time.");
        var waiting = open(run, first, now, Phase.SPONSORING);
        return now.isBefore(lapses)
                ? waiting
                : waiting.lapsed(lapses, judge.fate("expired", waiting.decision(), run.facts(now)));
    }

    private Standing open(StageRun run, String stage, Instant now, Phase phase) {
        return new Standing(
                phase,
                stage,
                run.opensAt(),
                run.deadline(),
                run.allFacts(now),
                run.asOf(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                run.ballots().trends(),
                log);
    }

    private Standing decided(StageRun run, String stage, Instant now) {
        var verdict = run.verdict().orElseThrow();
        var facts = run.facts(verdict.at());
        var passed = verdict.decision().outcome() == Outcome.PASSED;
        var window = EnactmentWindow.of(judge.policy().last().timing(), run.opensAt(), verdict.at(), facts);
        var eta = window.from();
        var expiry = window.until();
        if (passed) {
            if (!window.isNever()) {
                note(stage, now, eta, Phase.EXECUTABLE, "It may be enacted.");
            }
            note(stage, now, expiry, Phase.EXPIRED, "The time to enact it is over.");
        }
        var phase = passed ? after(now, eta, expiry) : Phase.REJECTED;
        return new Standing(
                phase,
                stage,
                run.opensAt(),
                run.deadline(),
                run.allFacts(verdict.at()),
                verdict.decision(),
                Optional.of(verdict.at()),
                Optional.of(eta).filter(_ -> passed),
                Optional.of(expiry).filter(_ -> passed),
                Optional.of(window.timelock()).filter(_ -> passed),
                Optional.of(judge.fate(phase == Phase.EXPIRED ? "expired" : "", verdict.decision(), facts)),
                run.trends(),
                log);
    }

    private void note(String stage, Instant now, Instant at, Phase phase, String words) {
        if (!at.isAfter(now)) {
            log.add(new Change(at, stage, phase, words));
        }
    }

    private static Phase after(Instant now, Instant eta, Instant expiry) {
        if (!now.isBefore(expiry)) {
            return Phase.EXPIRED;
        }
        return now.isBefore(eta) ? Phase.TIMELOCKED : Phase.EXECUTABLE;
    }
}
