// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import java.util.BitSet;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Roll;

/**
 * The ballots of a poll as the writer knows them: from the first one on without gaps, how many there are, which is the last, and
 * who cast them. It takes a bit for each member of the roll. Only the writer's thread asks and tells.
 */
final class KnownBallots {
    private static final byte[] NONE = {};

    private final Roll roll;
    private final BitSet voters = new BitSet();
    private long last;
    private byte[] act = NONE;
    private boolean all;

    /** Starts with none. */
    KnownBallots(Roll roll) {
        this.roll = roll;
    }

    /** The number of the last one that is known; 0 before the first. */
    long last() {
        return last;
    }

    /** The id of the last one that is known; nothing before the first. */
    byte[] act() {
        return act.clone();
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
        act = ballot.bytes();
        roll.find(member).ifPresent(voters::set);
    }

    /** Compares with the number of the last ballot in the record, which may lie before what is known if that was restored. */
    void compare(long number) {
        all = number == last;
        if (number >= last) return;
        last = 0;
        act = NONE;
        voters.clear();
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
