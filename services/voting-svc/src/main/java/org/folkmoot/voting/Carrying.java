// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.delegation.Resolution;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.CountingDelegations;
import org.folkmoot.voting.domain.Groups;
import org.folkmoot.voting.domain.Said;

/** What the ballots of a poll that is followed carry for others, while delegations come in between them. */
public final class Carrying {
    private final Carriers carriers;
    private final CountingDelegations counting;
    private final Instant opensAt;
    private final Deque<Said> ahead = new ArrayDeque<>();
    private long heard;

    Carrying(Carriers carriers, Instant opensAt) {
        this.carriers = carriers;
        this.counting = carriers.counting();
        this.opensAt = opensAt;
    }

    /** The last delegation of the body that it has heard of. */
    long heard() {
        return heard;
    }

    /** Those who have a part in what was said and are new to this. */
    Set<Hash> strangers(Collection<Said> said) {
        return carriers.strangers(said.stream().map(Said::made).toList());
    }

    Carriers carriers() {
        return carriers;
    }

    /** Takes what held at the opening, up to the last one that was said before it. */
    void begin(Collection<Said> standing, long last) {
        standing.forEach(this::take);
        for (var end = counting.nextEnd(); end.filter(opensAt::isAfter).isPresent(); end = counting.nextEnd())
            end(end.get());
        heard = last;
    }

    /** Hears what was said since, to take each of it at its moment. */
    void hear(Collection<Said> said) {
        ahead.addAll(said);
        if (!said.isEmpty()) heard = ahead.getLast().made().number();
    }

    /** The moment of the next delegation that it has heard of. */
    Optional<Instant> next() {
        return Optional.ofNullable(ahead.peek()).map(said -> said.made().since());
    }

    /** Passes over the next one, which comes after the decision. */
    void skip() {
        ahead.remove();
    }

    /** Takes the next one; false if it changes nothing here. */
    boolean take() {
        return take(ahead.remove());
    }

    private boolean take(Said said) {
        var concerns = counting.take(said);
        if (concerns) hold(said.made().principal());
        return concerns;
    }

    /** The next moment after which a delegation does not hold any more. */
    Optional<Instant> nextEnd() {
        return counting.nextEnd();
    }

    /** Ends what held until a moment. */
    void end(Instant at) {
        counting.end(at).forEach(this::hold);
    }

    private void hold(Hash principal) {
        carriers.hold(principal, counting.of(principal));
    }

    void cast(Hash member, String choice) {
        carriers.cast(member, choice);
    }

    void settle(Groups groups) {
        carriers.settle(groups);
    }

    /** Where the power of all went who delegate or to whom somebody delegates. */
    Resolution resolution() {
        return carriers.resolution();
    }
}
