// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;

/**
 * Says what comes next in a community's calendar.
 *
 * <p>A period is under the constitution that is in force at its start. So a schedule begins with the first whole period, a
 * change holds from the next period on, and what is no longer said stops. What was missed comes in order and by what was in
 * force then. A period begins on a later day than every one before it, whatever became of the calendar meanwhile.
 *
 * @param versions what was and is in force, the earlier first
 */
public record Timetable(List<Version> versions) {
    public Timetable {
        versions = List.copyOf(versions);
    }

    /** What begins next, of all schedules; the last day on which each began a period is given, if it began one. */
    public Optional<Turn> next(Map<Key, LocalDate> begun) {
        return all(begun).min(Turn.ORDER);
    }

    /** What begins next of each schedule that has anything ahead. */
    public Stream<Turn> all(Map<Key, LocalDate> begun) {
        return keys().flatMap(key -> next(key, Optional.ofNullable(begun.get(key))).stream());
    }

    private Stream<Key> keys() {
        return versions.stream()
                .flatMap(version -> Arrays.stream(Kind.values())
                        .flatMap(kind ->
                                kind.of(version.schedules()).keySet().stream().map(name -> new Key(kind, name))))
                .distinct()
                .sorted();
    }

    /** What begins next of one schedule. */
    public Optional<Turn> next(Key key, Optional<LocalDate> begun) {
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var turn = rule(version, key).map(rule -> first(key, rule, version, begun));
            if (turn.isPresent() && holds(i, turn.get().at())) return turn;
        }
        return Optional.empty();
    }

    /** The names of all of a kind that begin a period at a moment and have not begun it; the last day of each is given. */
    public Set<String> beginning(Kind kind, Instant moment, Map<Key, LocalDate> begun) {
        return all(begun)
                .filter(turn -> turn.key().kind() == kind && turn.at().equals(moment))
                .map(turn -> turn.key().name())
                .collect(Collectors.toSet());
    }

    /** The rule that a period which starts at a moment is under. */
    public Optional<Schedules.Rule> rule(Key key, Instant start) {
        return versions.reversed().stream()
                .filter(version -> !version.since().isAfter(start))
                .findFirst()
                .flatMap(version -> rule(version, key));
    }

    /** Whether a version is still in force at a moment that is not before it. */
    private boolean holds(int version, Instant moment) {
        return version + 1 == versions.size()
                || moment.isBefore(versions.get(version + 1).since());
    }

    private static Turn first(Key key, Schedules.Rule rule, Version version, Optional<LocalDate> begun) {
        var periods = rule.periods();
        long number = notBefore(periods, version.since());
        while (begun.isPresent() && !periods.day(number).isAfter(begun.get()))
            number = later(periods, number, begun.get());
        return new Turn(
                key,
                rule,
                version.constitution(),
                periods.day(number),
                periods.start(number),
                periods.start(number + 1));
    }

    private static long notBefore(Periods periods, Instant moment) {
        long number = periods.of(moment);
        return periods.start(number).equals(moment) ? number : number + 1;
    }

    // Goes to the period of that day at once, rather than through all of them.
    private static long later(Periods periods, long number, LocalDate day) {
        long there = periods.of(day.atStartOfDay(periods.zone()).toInstant());
        return Math.max(number, there) == number ? number + 1 : there;
    }

    private static Optional<Schedules.Rule> rule(Version version, Key key) {
        return Optional.ofNullable(key.kind().of(version.schedules()).get(key.name()));
    }
}
