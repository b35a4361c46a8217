// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Revote;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyRules;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Reasons;
import org.folkmoot.voting.domain.Roll;
import org.folkmoot.voting.domain.Seal;
import org.folkmoot.voting.domain.Window;

/**
 * A poll and its roll as they are held in memory while ballots come.
 *
 * @param window when ballots may be accepted; the writer knows whether they are
 * @param seal how its ballots are sealed, if they are
 * @param reasons when voters say why
 * @param lead the number of the poll that leads its stage, if its close may move
 * @param known the writer's own: the ballots that it knows
 */
record LivePoll(
        long no,
        Hash poll,
        Hash community,
        Window window,
        Revote revote,
        Bound.Method<?> method,
        Question question,
        PasskeyRules passkeys,
        Roll roll,
        Optional<Seal> seal,
        Reasons reasons,
        Optional<Long> lead,
        KnownBallots known) {
    private static final String ACT = "ballot.cast/1";

    /** The acts that are ballots in this poll. */
    Expected expected() {
        return new Expected(ACT, community, poll);
    }

    /** Whether a ballot takes so long to check that nobody may wait for it. */
    boolean isSlow() {
        return seal.isPresent() || PollRules.isSlow(method);
    }

    /** How many members its roll has. */
    long members() {
        return roll.totals().members();
    }

    /** There is one per poll, so the number says it all. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LivePoll live && live.no == no;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(no);
    }
}
