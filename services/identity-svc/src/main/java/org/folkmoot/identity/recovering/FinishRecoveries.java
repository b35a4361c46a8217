// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.folkmoot.contracts.KeysChangedV1;
import org.folkmoot.identity.Apart;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.KnownKey;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.PublicKey;
import org.jboss.logging.Logger;

/** Changes the keys of members whose guardians have agreed and who have not objected in time. */
@ApplicationScoped
class FinishRecoveries {
    private static final Logger LOG = Logger.getLogger(FinishRecoveries.class);
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofMinutes(1);

    private final RecoveryStore recoveries;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final Outbox outbox;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The look at recoveries that are due");

    FinishRecoveries(
            RecoveryStore recoveries,
            MembershipStore membership,
            KeyStore keys,
            Outbox outbox,
            Database database,
            Clock clock) {
        this.database = database;
        this.recoveries = recoveries;
        this.membership = membership;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (database.ready()) outage.guard(this::all);
    }

    private void all() {
        for (var due : recoveries.due(clock.instant(), BATCH)) {
            Apart.run(
                    LOG,
                    "The recovery " + due.id(),
                    () -> finish(due),
                    () -> recoveries.postpone(due.id(), clock.instant().plus(LATER)));
        }
    }

    /** An objection or another replica may have come first: under the lock everything is looked at again. */
    private void finish(Recovery due) {
        var community = membership.lock(due.community()).orElseThrow();
        var now = clock.instant();
        var recovery = recoveries.find(due.id()).orElseThrow();
        if (recovery.state() != Recovery.State.OPEN) return;
        var member = membership.member(recovery.community(), recovery.member());
        boolean possible = member.isPresent()
                && recovery.keys().stream().noneMatch(key -> keys.isTaken(recovery.community(), key));
        if (!possible) {
            recoveries.end(recovery.id(), Recovery.State.FAILED);
            return;
        }
        change(community, recovery, member.get(), now);
        recoveries.end(recovery.id(), Recovery.State.DONE);
        recoveries.supersede(recovery);
    }

    private void change(KnownCommunity community, Recovery recovery, KnownMember member, Instant now) {
        var revoked = keys.keys(recovery.community(), member).stream()
                .filter(KnownKey::isValid)
                .map(KnownKey::key)
                .toList();
        long position = community.position() + 1;
        keys.change(recovery.community(), position, now, member.member(), recovery.keys(), revoked, recovery.id());
        outbox.add(new KeysChangedV1(
                recovery.community().hex(),
                position,
                now,
                member.member().hex(),
                recovery.keys().stream().map(PublicKey::did).toList(),
                revoked.stream().map(PublicKey::did).toList(),
                recovery.id().hex()));
    }
}
