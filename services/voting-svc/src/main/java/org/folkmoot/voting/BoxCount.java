// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.Revote;
import org.folkmoot.constitution.course.Cast;
import org.folkmoot.policy.Result;
import org.folkmoot.voting.domain.Groups;

/** What the ballots of one poll come to while it is followed, with and without what they carry for others. */
final class BoxCount {
    private final Box box;
    private final Groups own;
    private final Groups counted;
    private long number;
    private boolean dirty;

    BoxCount(Box box) {
        this.box = box;
        this.own = box.rules().groups();
        this.counted =
                box.carrying().isPresent() || takesPaper(box) ? box.rules().groups() : own;
        this.dirty = box.carrying().isPresent();
    }

    Box box() {
        return box;
    }

    Optional<Carrying> carrying() {
        return box.carrying();
    }

    /** The ballot that was taken last. */
    long number() {
        return number;
    }

    /** Takes the next ballot in place of what it replaces. */
    void take(Fresh fresh) {
        count(own, fresh, own == counted);
        if (own != counted) count(counted, fresh, true);
        carrying().ifPresent(carrying -> carrying.cast(fresh.member(), fresh.choice()));
        number = fresh.number();
        dirty = true;
    }

    private static boolean takesPaper(Box box) {
        return box.rules().chamber().officers().isPresent();
    }

    private static void count(Groups groups, Fresh fresh, boolean paper) {
        fresh.replaced()
                .filter(old -> paper || !old.paper())
                .ifPresent(old -> groups.add(old.choice(), -1, old.power().negate()));
        if (paper || !fresh.paper()) groups.add(fresh.choice(), 1, fresh.power());
    }

    /** Takes the next delegation. */
    void delegate() {
        dirty |= carrying().filter(Carrying::take).isPresent();
    }

    /** Ends delegations that held until a moment. */
    void end(Instant at) {
        carrying().ifPresent(carrying -> {
            dirty |= carrying.nextEnd().filter(next -> !next.isAfter(at)).isPresent();
            carrying.end(at);
        });
    }

    /** What it has come to, if something has changed. */
    Optional<Cast> settle(Instant at) {
        if (!dirty) return Optional.empty();
        dirty = false;
        carrying().ifPresent(carrying -> carrying.settle(counted));
        var result = result();
        return Optional.of(new Cast(at, box.rules().chamber().name(), result, own(result)));
    }

    /**
     * What is left if nothing is carried for others, and everybody who can goes before a ballot on paper. Nobody asks for it where
     * members may vote again.
     */
    private Result own(Result result) {
        var rules = box.rules();
        if (own == counted
                || rules.chamber().revote() != Revote.FIRST
                || !rules.method().countsAreChoices()) return result;
        var keeps = carrying().isEmpty()
                || rules.electorate()
                        .body()
                        .delegation()
                        .filter(Delegating::keepsOwnBallots)
                        .isPresent();
        return rules.tally((keeps ? own : rules.groups()).counted());
    }

    Result result() {
        return box.rules().tally(counted.counted());
    }
}
