// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import java.math.BigInteger;
import org.folkmoot.constitution.Revote;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Attempt;
import org.folkmoot.voting.domain.Intake.Actor;

/**
 * A ballot whose signature, voter and choice were checked.
 *
 * @param choice the canonical JSON of what was chosen
 * @param power the voter's power on the frozen roll
 */
record Ballot(LivePoll in, Hash member, long seq, Hash act, String choice, BigInteger power, Envelope envelope)
        implements Attempt {
    /** Whoever cast it, with one sequence of numbers for all polls of the community. */
    Actor actor() {
        return new Actor(community(), member);
    }

    @Override
    public Hash poll() {
        return in.poll();
    }

    @Override
    public Hash community() {
        return in.community();
    }

    @Override
    public Revote revote() {
        return in.revote();
    }
}
