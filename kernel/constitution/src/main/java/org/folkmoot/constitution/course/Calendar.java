// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every instant at which a proposal can come to something else, in order.
 *
 * <p>An entry begins what it names, at that very instant; whatever it ends is over then: all windows are half-open. What may
 * happen over a span of time has an entry for the earliest instant and one for the latest.
 */
public record Calendar(List<Entry> entries) {
    /** What an entry is. */
    public enum Kind {
        SUBMITTED,
        SPONSORS,
        OPENS,
        BEGINS,
        EARLY,
        LATE,
        RULE,
        DEADLINE,
        CLOSES,
        CONFIRMED,
        COOLED_OFF,
        FORESEEN,
        ETA,
        EXPIRY
    }

    /**
     * One instant.
     *
     * @param at when
     * @param stage the stage that it belongs to
     * @param kind what it is
     * @param certain whether it is so whatever is cast; else it depends on the ballots, or on what becomes of the proposal
     * @param words what happens, as a sentence
     */
    public record Entry(Instant at, String stage, Kind kind, boolean certain, String words) {}

    public Calendar {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::kind))
                .toList();
    }

    /** What is known of a proposal before anybody has voted for it or stood behind it. */
    public static Calendar of(Judge judge, Instant submittedAt) {
        return new Calendar(new CalendarPlan(judge.policy(), submittedAt, Optional.empty()).entries());
    }

    /** The same with what is known of its ballots: when curves come down to them, and what happens if no more are cast. */
    public static Calendar of(Judge judge, History history) {
        var plan = new CalendarPlan(judge.policy(), history.submittedAt(), history.sponsoredAt());
        var entries = new ArrayList<>(plan.entries());
        entries.addAll(new Foresight(judge, history).entries());
        return new Calendar(entries);
    }
}
