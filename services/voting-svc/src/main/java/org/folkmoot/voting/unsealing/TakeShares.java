// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.unsealing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.GroupKey;
import org.folkmoot.sealing.Point;
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

    /** Shares as they were sent. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call, never compared
    private record Sent(int trustee, byte[] points, byte[] proof) {}

    private final ReentrantLock one = new ReentrantLock();
    private final PollStore polls;
    private final SealedStore sealed;
    private final Rulebook rulebook;
    private final Outbox outbox;
    private final Clock clock;

    TakeShares(PollStore polls, SealedStore sealed, Rulebook rulebook, Outbox outbox, Clock clock) {
        this.outbox = outbox;
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
        if (sealed.hasGiven(stored.no(), trustee)) throw new Refused(new Refusal.ShareDuplicate(poll, trustee));
        // Anybody can send anything, so only one is looked at at a time.
        if (!one.tryLock()) throw new Refused(new Refusal.Busy());
        try {
            take(stored.no(), poll, checked(stored.no(), poll, key, new Sent(trustee, points, proof)), key.quorum());
        } finally {
            one.unlock();
        }
    }

    /** No ballot comes in any more, so this needs no lock of the poll, however long it takes. */
    private Shares checked(long no, Hash poll, GroupKey key, Sent sent) {
        var heads = sealed.counting(no).stream()
                .map(counting -> counting.ballot().head())
                .toList();
        try {
            var shares = new Shares(sent.trustee, Point.split(sent.points), sent.proof);
            shares.check(key, poll, heads);
            return shares;
        } catch (SealingRefused e) {
            throw new Refused(new Refusal.ShareInvalid(e.reason()));
        }
    }

    private void take(long no, Hash poll, Shares shares, int quorum) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var stored = polls.lock(no).orElseThrow(() -> new Refused(new Refusal.NotUnsealing(poll)));
        var terms = unsealing(stored, poll).poll().terms();
        if (!sealed.add(no, shares, now)) throw new Refused(new Refusal.ShareDuplicate(poll, shares.trustee()));
        SharesEvents.of(terms, shares, now).forEach(outbox::add);
        if (sealed.givers(no) >= quorum) sealed.complete(no, now);
    }

    private static Stored unsealing(Stored stored, Hash poll) {
        if (!(stored.poll() instanceof Poll.Unsealing)) throw new Refused(new Refusal.NotUnsealing(poll));
        return stored;
    }
}
