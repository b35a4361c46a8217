// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.unsealing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.SealingRefused;
import org.folkmoot.sealing.Shares;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.SealedStore;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/**
 * Takes the shares of a trustee for all ballots of a closed poll. Whoever brings them needs no key: their proof says that
 * the trustee made them for these ballots.
 */
@ApplicationScoped
class TakeShares {
    private static final int SECONDS = 600;

    private final PollStore polls;
    private final SealedStore sealed;
    private final Rulebook rulebook;
    private final Clock clock;

    TakeShares(PollStore polls, SealedStore sealed, Rulebook rulebook, Clock clock) {
        this.polls = polls;
        this.sealed = sealed;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Takes shares as they were sent: points one behind the other, and a proof. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    void handle(Hash poll, int trustee, byte[] points, byte[] proof) {
        var stored = unsealing(polls.find(poll).orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll))), poll);
        var key = rulebook.of(((Poll.Unsealing) stored.poll()).definition())
                .seal()
                .orElseThrow()
                .key();
        if (trustee < 1 || trustee > key.trustees()) throw new Refused(new Refusal.TrusteeUnknown(poll, trustee));
        if (sealed.given(stored.no()).stream().anyMatch(given -> given.shares().trustee() == trustee))
            throw new Refused(new Refusal.ShareDuplicate(poll, trustee));
        // No ballot comes in any more, so this needs no lock, however long it takes.
        var heads = sealed.counting(stored.no()).stream()
                .map(counting -> counting.ballot().head())
                .toList();
        Shares shares;
        try {
            shares = new Shares(trustee, SealedStore.points(points), proof);
            shares.check(key, poll, heads);
        } catch (SealingRefused e) {
            throw new Refused(new Refusal.ShareInvalid(e.reason()));
        }
        take(stored.no(), poll, shares, key.quorum());
    }

    private void take(long no, Hash poll, Shares shares, int quorum) {
        var now = clock.instant();
        unsealing(polls.lock(no).orElseThrow(() -> new Refused(new Refusal.NotUnsealing(poll))), poll);
        if (!sealed.add(no, shares, now)) throw new Refused(new Refusal.ShareDuplicate(poll, shares.trustee()));
        if (sealed.given(no).size() >= quorum) sealed.complete(no, now);
    }

    private static Stored unsealing(Stored stored, Hash poll) {
        if (!(stored.poll() instanceof Poll.Unsealing)) throw new Refused(new Refusal.NotUnsealing(poll));
        return stored;
    }
}
