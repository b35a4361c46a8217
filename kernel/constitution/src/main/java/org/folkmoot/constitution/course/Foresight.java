// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.folkmoot.constitution.course.Calendar.Entry;
import org.folkmoot.constitution.course.Calendar.Kind;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** Looks ahead with the ballots that are known: when rules that move with time turn, and what happens if no more come. */
final class Foresight {
    private final Judge judge;
    private final Standing end;
    private final List<Entry> entries = new ArrayList<>();

    Foresight(Judge judge, History history) {
        this.judge = judge;
        this.end = Course.at(judge, history, last(judge, history));
    }

    // Late enough for everything to have happened, its expiry too.
    private static Instant last(Judge judge, History history) {
        var decided = Course.end(judge.policy(), history);
        var standing = Course.at(judge, history, decided);
        return standing.expiry().filter(decided::isBefore).orElse(decided);
    }

    List<Entry> entries() {
        var stage = judge.stage(end.stage());
        stage.chambers().forEach(chamber -> crossings(stage, chamber));
        var seen = new HashSet<String>();
        for (var change : end.log()) {
            var opening = change.phase() == Phase.VOTING && seen.add(change.stage());
            if (change.phase() != Phase.DELAYED && !opening) {
                var words = "If no more is cast: " + change.words();
                entries.add(new Entry(change.at(), change.stage(), Kind.FORESEEN, false, words));
            }
        }
        return entries;
    }

    private void crossings(StageJudge stage, ChamberJudge chamber) {
        var timing = stage.stage().timing();
        var begins = end.opensAt().plus(timing.prepare());
        var facts = StageJudge.of(chamber, end.facts());
        var most = timing.period().toMillis();
        var turned = chamber.met(at(facts, 0, most));
        turned.xor(chamber.met(at(facts, most, most)));
        turned.stream().forEach(rule -> {
            var first = turn(chamber, facts, rule, most);
            var met = chamber.met(at(facts, first, most)).get(rule);
            var name = chamber.rules().get(rule).name();
            var words =
                    "With these ballots '" + name + (met ? "' holds from here on." : "' does not hold from here on.");
            entries.add(new Entry(
                    begins.plus(Duration.ofMillis(first)), stage.stage().name(), Kind.RULE, false, words));
        });
    }

    // What moves with time moves one way, so halving finds the millisecond.
    private static long turn(ChamberJudge chamber, Facts facts, int rule, long most) {
        var before = 0L;
        var after = most;
        var first = chamber.met(at(facts, 0, most)).get(rule);
        while (after - before > 1) {
            var middle = (before + after) >>> 1;
            if (chamber.met(at(facts, middle, most)).get(rule) == first) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return after;
    }

    private static Facts at(Facts facts, long elapsed, long most) {
        var rates = new HashMap<>(facts.rates());
        rates.put(Facts.ELAPSED, Fraction.of(elapsed, Math.max(1, most)));
        return facts.with(facts.measures(), rates);
    }
}
