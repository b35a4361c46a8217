// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import java.math.BigInteger;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.scheduling.Turn;

/**
 * How far a period has come that was begun.
 *
 * @param position whoever was a member at this position takes part
 * @param reached the last member or account that was looked at; empty at the start
 * @param amount what was moved so far, in minor units
 * @param promised what an income has still to issue
 * @param counted how many an income is for, as far as they were counted
 */
record Progress(
        Hash community,
        Turn turn,
        long position,
        State state,
        String reached,
        BigInteger amount,
        BigInteger promised,
        Counted counted,
        Optional<Refused> refused) {
    /** Whether it goes on. */
    enum State {
        RUNNING,
        DONE,
        REFUSED
    }

    /** So many members among those up to that one. */
    record Counted(long members, String upTo) {
        static final Counted NOBODY = new Counted(0, "");
    }

    /** Why nothing, or nothing more, was moved. */
    record Refused(String reason, String detail) {}

    static Progress begun(Hash community, Turn turn, long position) {
        return new Progress(
                community,
                turn,
                position,
                State.RUNNING,
                "",
                BigInteger.ZERO,
                BigInteger.ZERO,
                Counted.NOBODY,
                Optional.empty());
    }

    /** The same after so many more were counted, and everybody up to that one was looked at. */
    Progress counting(String next, long more) {
        var now = new Counted(counted.members() + more, next);
        return new Progress(community, turn, position, state, reached, amount, promised, now, refused);
    }

    /** The same after so much more was moved and everybody up to that one was looked at. */
    Progress on(String next, BigInteger moved) {
        return new Progress(community, turn, position, state, next, amount.add(moved), promised, counted, refused);
    }

    /** The same with so much still promised. */
    Progress promising(BigInteger left) {
        return new Progress(community, turn, position, state, reached, amount, left, counted, refused);
    }

    Progress done() {
        return new Progress(community, turn, position, State.DONE, reached, amount, BigInteger.ZERO, counted, refused);
    }

    Progress refused(String reason, String detail) {
        return new Progress(
                community,
                turn,
                position,
                State.REFUSED,
                reached,
                amount,
                BigInteger.ZERO,
                counted,
                Optional.of(new Refused(reason, detail)));
    }
}
