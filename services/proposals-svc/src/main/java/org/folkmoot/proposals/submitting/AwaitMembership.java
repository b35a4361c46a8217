// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/**
 * Waits a moment for the members whom an author saw and this service has not heard of yet.
 *
 * <p>The roll must contain them, and the position of a roll is never taken from the author's word: an author who could
 * name a position of the future could wait for more friends to join and still have them vote. Anybody may send a position that
 * never comes, so only a few wait at a time; whoever finds no place goes on. Those of whom nothing is known here, because they or
 * their key may be what one waits for, have places of their own: they keep none from members.
 */
@ApplicationScoped
class AwaitMembership {
    /** How many members wait at a time, each of whom asks the database twenty times a second. */
    private static final int PLACES = 20;

    /** How many others do. */
    private static final int PLACES_OF_STRANGERS = 5;

    private static final int LOOK_EVERY_MILLIS = 50;

    private final MembershipStore membership;
    private final Duration patience;
    private final ActDesk desk;
    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore placesOfStrangers = new Semaphore(PLACES_OF_STRANGERS);
    private final CountDownLatch stopping = new CountDownLatch(1);

    AwaitMembership(
            MembershipStore membership,
            ActDesk desk,
            @ConfigProperty(name = "folkmoot.proposals.membership-patience") Duration patience) {
        this.membership = membership;
        this.desk = desk;
        this.patience = patience;
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    /** Returns when the position is reached, or when waiting longer helps nobody: whoever goes on looks again. */
    void handle(SignedAct opened, long position) {
        var community = opened.act().community();
        if (membership.position(community) >= position) return;
        var free = desk.isByMember(opened) ? places : placesOfStrangers;
        if (!free.tryAcquire()) return;
        try {
            await(community, position);
        } finally {
            free.release();
        }
    }

    private void await(Hash community, long position) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (membership.position(community) < position && System.nanoTime() - deadline < 0)
                if (stopping.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
