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
 */
record Progress(
        Hash community,
        Turn turn,
        long position,
        State state,
        String reached,
        BigInteger amount,
        BigInteger promised,
        Optional<Refused> refused) {
    /** Whether it goes on. */
    enum State {
        RUNNING,
        DONE,
        REFUSED
    }

    /** Why nothing, or nothing more, was moved. */
    record Refused(String reason, String detail) {}

    static Progress begun(Hash community, Turn turn, long position) {
        return new Progress(
                community, turn, position, State.RUNNING, "", BigInteger.ZERO, BigInteger.ZERO, Optional.empty());
    }

    /** The same after so much more was moved and everybody up to that one was looked at. */
    Progress on(String next, BigInteger moved) {
        return new Progress(community, turn, position, state, next, amount.add(moved), promised, refused);
    }

    /** The same with so much still promised. */
    Progress promising(BigInteger left) {
        return new Progress(community, turn, position, state, reached, amount, left, refused);
    }

    Progress done() {
        return new Progress(community, turn, position, State.DONE, reached, amount, BigInteger.ZERO, refused);
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
                Optional.of(new Refused(reason, detail)));
    }
}
