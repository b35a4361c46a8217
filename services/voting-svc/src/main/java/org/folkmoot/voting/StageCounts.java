// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.course.Cast;
import org.folkmoot.voting.domain.Carriage;

/** What all polls of a stage have come to. */
final class StageCounts {
    private final Map<Long, BoxCount> counts = new LinkedHashMap<>();

    StageCounts(List<Box> boxes) {
        boxes.forEach(box -> counts.put(box.no(), new BoxCount(box)));
    }

    BoxCount of(long no) {
        var count = counts.get(no);
        if (count == null) throw new IllegalArgumentException("the poll number " + no + " is not of this stage");
        return count;
    }

    Collection<BoxCount> all() {
        return counts.values();
    }

    /** Which ballot of each poll was taken last. */
    Map<Long, Long> known() {
        var known = new LinkedHashMap<Long, Long>();
        counts.forEach((no, count) -> known.put(no, count.number()));
        return known;
    }

    /** Whether members delegate in some poll. */
    boolean delegate() {
        return counts.values().stream().anyMatch(count -> count.carrying().isPresent());
    }

    /** The last delegation that was heard of; 0 if there is none. */
    long heard() {
        return counts.values().stream()
                .flatMap(count -> count.carrying().stream())
                .mapToLong(Carrying::heard)
                .max()
                .orElse(0);
    }

    /** The poll that takes the next delegation that was heard of, if that was made up to a moment. */
    Optional<BoxCount> nextDelegated(Instant to) {
        return counts.values().stream()
                .filter(count -> !nextDelegation(count).isAfter(to))
                .filter(count -> count.carrying().flatMap(Carrying::next).isPresent())
                .min(Comparator.comparing(StageCounts::nextDelegation));
    }

    private static Instant nextDelegation(BoxCount count) {
        return count.carrying().flatMap(Carrying::next).orElse(Instant.MAX);
    }

    /** The next moment after which a delegation does not hold any more. */
    Optional<Instant> nextEnd() {
        return counts.values().stream()
                .flatMap(count -> count.carrying().flatMap(Carrying::nextEnd).stream())
                .min(Comparator.naturalOrder());
    }

    /** Ends delegations that held until a moment. */
    void end(Instant at) {
        counts.values().forEach(count -> count.end(at));
    }

    /** What has changed in all chambers until a moment. */
    List<Cast> settle(Instant at) {
        return counts.values().stream()
                .flatMap(count -> count.settle(at).stream())
                .toList();
    }

    /** What was decided, with what the ballots of each chamber carried for others. */
    Decision explain(Decision decision) {
        var explained = decision;
        for (var count : counts.values()) {
            var box = count.box();
            var rules = box.rules();
            if (box.carrying().isPresent())
                explained = Carriage.of(rules.policy(), rules.stage(), rules.chamber())
                        .explain(explained, box.carrying().get().resolution(), box.roll());
        }
        return explained;
    }
}
