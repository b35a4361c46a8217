// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import java.util.BitSet;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Roll;

/**
 * The ballots of a poll as the writer knows them: from the first one on without gaps, how many there are, which is the last, and
 * who cast them. It takes a bit for each member of the roll. Only the writer's thread asks and tells.
 */
final class KnownBallots {
    private final Roll roll;
    private final BitSet voters = new BitSet();
    private long last;
    private Optional<Hash> act = Optional.empty();
    private boolean all;

    /** Starts with none. */
    KnownBallots(Roll roll) {
        this.roll = roll;
    }

    /** The number of the last one that is known; 0 before the first. */
    long last() {
        return last;
    }

    /** The last one that is known; nothing before the first. */
    Optional<Hash> act() {
        return act;
    }

    /** Whether these were all when they were last looked at, and nobody but this process has added any since the time before. */
    boolean areAll() {
        return all;
    }

    /** Whether one of them is of this member. */
    boolean isOf(Hash member) {
        return roll.find(member).stream().anyMatch(voters::get);
    }

    /** Adds one; only the next one can be. */
    void add(long number, Hash member, Hash ballot) {
        if (number != last + 1) return;
        last = number;
        act = Optional.of(ballot);
        roll.find(member).ifPresent(voters::set);
    }

    /**
     * Compares with the record: what is known is forgotten unless the last of it stands there under its number, which it does not if
     * that was restored.
     *
     * @param number of the last ballot in the record
     * @param same the ballot that stands there under the number of the last one that is known
     */
    void compare(long number, Optional<Hash> same) {
        if (!same.equals(act)) {
            last = 0;
            act = Optional.empty();
            voters.clear();
        }
        all = number == last;
    }

    /** Nothing has shown that they are not all. */
    void trust() {
        all = true;
    }

    /** They may not be all. */
    void doubt() {
        all = false;
    }
}
