// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Proposing.Sponsors;
import org.folkmoot.constitution.Sliding;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.course.Calendar.Entry;
import org.folkmoot.constitution.course.Calendar.Kind;

/** Works out from the policy alone when each stage can open, close and be decided, and what follows from there. */
final class CalendarPlan {
    private final Policy policy;
    private final Instant submitted;
    private final Optional<Instant> sponsored;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Span> openings = new LinkedHashMap<>();

    CalendarPlan(Policy policy, Instant submitted, Optional<Instant> sponsored) {
        this.policy = policy;
        this.submitted = submitted;
        this.sponsored = sponsored;
    }

    List<Entry> entries() {
        var first = policy.first();
        add(submitted, first, Kind.SUBMITTED, true, "It is submitted.");
        openings.put(first.name(), firstOpening(first));
        for (var stage : policy.stages()) {
            var opens = openings.get(stage.name());
            if (opens != null) {
                lead(stage, opens, new StagePlan(stage, opens, entries).decided());
            }
        }
        return entries;
    }

    private Span firstOpening(Stage first) {
        var opens = submitted.plus(first.timing().delay());
        var within = policy.proposing().sponsors().map(Sponsors::within);
        if (within.isEmpty()) {
            return Span.of(opens);
        }
        var lapses = submitted.plus(within.get());
        add(lapses, first, Kind.SPONSORS, false, "It is over, unless enough sponsors stand behind it by then.");
        return sponsored
                .map(when -> Span.of(Span.later(opens, when)))
                .orElseGet(() -> new Span(opens, Span.later(opens, lapses)));
    }

    private void lead(Stage stage, Span opens, Span decided) {
        stage.passes().ifPresent(next -> follow(next, decided));
        stage.fails().ifPresent(next -> follow(next, decided));
        if (stage.passes().isEmpty()) {
            enact(stage, opens, decided);
        }
    }

    private void follow(String next, Span decided) {
        var stage = policy.stage(next).orElseThrow();
        var opens = decided.plus(stage.timing().delay(), stage.timing().delay());
        openings.merge(next, opens, Span::with);
    }

    private void enact(Stage stage, Span opens, Span decided) {
        var timing = policy.last().timing();
        var window = timing.window();
        var most = timing.sliding().map(Sliding::most).orElse(Duration.ZERO);
        var eta = decided.plus(timing.timelock(), timing.timelock().plus(most))
                .notBefore(opens.plus(window.from(), window.from()));
        var expiry = eta.plus(timing.expires(), timing.expires());
        var end = window.until()
                .map(until -> expiry.notAfter(opens.plus(until, until)))
                .orElse(expiry);
        span(eta, stage, Kind.ETA, "If it has passed, it may be enacted.");
        span(end, stage, Kind.EXPIRY, "If it has passed, the time to enact it is over.");
    }

    private void span(Span span, Stage stage, Kind kind, String words) {
        span.each((at, when) -> add(at, stage, kind, false, words + when));
    }

    private void add(Instant at, Stage stage, Kind kind, boolean certain, String words) {
        entries.add(new Entry(at, stage.name(), kind, certain, words));
    }
}
