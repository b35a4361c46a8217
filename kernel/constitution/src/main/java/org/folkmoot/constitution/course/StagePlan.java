// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Early;
import org.folkmoot.constitution.Late;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Timing;
import org.folkmoot.constitution.course.Calendar.Entry;
import org.folkmoot.constitution.course.Calendar.Kind;

/** Writes down what can happen in one stage, and works out when it can be decided. */
final class StagePlan {
    private final Stage stage;
    private final Timing timing;
    private final Span opens;
    private final Span begins;
    private final List<Entry> entries;

    StagePlan(Stage stage, Span opens, List<Entry> entries) {
        this.stage = stage;
        this.timing = stage.timing();
        this.opens = opens;
        this.begins = opens.plus(timing.prepare(), timing.prepare());
        this.entries = entries;
    }

    /** Writes it all down; the instants at which the stage can be decided. */
    Span decided() {
        add(opens, Kind.OPENS, opens.known(), "The poll opens.");
        if (!timing.prepare().isZero()) {
            add(begins, Kind.BEGINS, begins.known(), "The voting period begins; nothing is decided before.");
        }
        stage.early().forEach(this::early);
        timing.late().ifPresent(this::late);
        var upTo = timing.late().map(Late::upTo).orElse(Duration.ZERO);
        var deadline = begins.plus(timing.period(), timing.period().plus(upTo));
        var closes = ticking(deadline.plus(timing.grace(), timing.grace()));
        var fixed = stage.early().isEmpty() && timing.confirm().isEmpty() && deadline.known();
        var more = !closes.equals(deadline);
        add(deadline, Kind.DEADLINE, fixed, more ? "The deadline." : "The poll closes.");
        if (more) {
            add(closes, Kind.CLOSES, fixed, "The poll closes: no ballot is taken any more.");
        }
        return early(cooled(confirmed(closes), fixed));
    }

    private void early(Early early) {
        var outcome = early.outcome() == Outcome.PASSED ? "pass" : "fail";
        var why =
                early.irreversible() ? " as soon as no missing ballot could change it." : " as soon as its rules hold.";
        add(
                begins.plus(early.after(), early.after()),
                Kind.EARLY,
                false,
                "From here on it can " + outcome + " before the deadline," + why);
    }

    private void late(Late late) {
        var from = late.within()
                .map(within -> begins.plus(
                        timing.period().minus(within), timing.period().minus(within)))
                .orElse(begins);
        var what = late.rule().map(rule -> "'" + rule + "'").orElse("the outcome");
        var turns = late.trigger() == Late.Trigger.REACHED ? " is reached" : " changes";
        add(from, Kind.LATE, false, "From here on the deadline moves when " + what + turns + ".");
    }

    private Span confirmed(Span closes) {
        if (timing.confirm().isEmpty()) {
            return closes;
        }
        var hold = timing.confirm().get();
        var confirmed =
                ticking(new Span(begins.earliest().plus(hold), closes.latest().plus(hold)));
        add(confirmed, Kind.CONFIRMED, false, "It passes, if its rules have held without a break.");
        return new Span(Span.earlier(confirmed.earliest(), closes.earliest()), confirmed.latest());
    }

    private Span cooled(Span closes, boolean fixed) {
        if (timing.coolOff().isEmpty()) {
            return closes;
        }
        var cool = timing.coolOff().get();
        var always = cool.turned().isEmpty();
        var over = ticking(closes.plus(cool.lasts(), cool.lasts()));
        add(over, Kind.COOLED_OFF, fixed && always, "The cool-off is over" + (always ? "." : ", if there was one."));
        return always ? over : new Span(closes.earliest(), over.latest());
    }

    private Span early(Span decided) {
        return stage.early().stream()
                .map(early -> begins.earliest().plus(early.after()))
                .map(at -> new Ticks(begins.earliest(), timing.tick()).from(at))
                .min(Instant::compareTo)
                .map(at -> new Span(Span.earlier(at, decided.earliest()), decided.latest()))
                .orElse(decided);
    }

    // Where rules are looked at on the ticks of a clock, nothing is decided in between.
    private Span ticking(Span span) {
        var first = new Ticks(begins.earliest(), timing.tick()).from(span.earliest());
        var last = new Ticks(begins.latest(), timing.tick()).from(span.latest());
        return new Span(first, last);
    }

    private void add(Span span, Kind kind, boolean certain, String words) {
        span.each((at, when) -> entries.add(new Entry(at, stage.name(), kind, certain, words + when)));
    }
}
