// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import java.math.BigInteger;
import org.folkmoot.constitution.Revote;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Attempt;

/**
 * A ballot whose signature, voter and choice were checked.
 *
 * @param choice the canonical JSON of what was chosen
 * @param power the voter's power on the frozen roll
 */
record Ballot(LivePoll in, Hash member, long seq, Hash act, String choice, BigInteger power, Envelope envelope)
        implements Attempt {
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
