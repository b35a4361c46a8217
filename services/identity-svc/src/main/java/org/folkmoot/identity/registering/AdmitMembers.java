// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.registering;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.identity.Gates;
import org.folkmoot.identity.Joinings;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/** Lets all in who wait, or none: a position and an event for every thousand of them, in one transaction. */
@ApplicationScoped
class AdmitMembers {
    private static final int TIMEOUT_SECONDS = 600;
    private static final int LINES_BEFORE = 1;

    private final ActDesk desk;
    private final Gates gates;
    private final MembershipStore membership;
    private final Joinings joinings;
    private final KeyStore keys;
    private final Outbox outbox;

    AdmitMembers(
            ActDesk desk, Gates gates, MembershipStore membership, Joinings joinings, KeyStore keys, Outbox outbox) {
        this.keys = keys;
        this.joinings = joinings;
        this.desk = desk;
        this.gates = gates;
        this.membership = membership;
        this.outbox = outbox;
    }

    @Transactional
    @TransactionConfiguration(timeout = TIMEOUT_SECONDS)
    Registered handle(SignedAct opened, Waiting waiting) {
        var act = opened.act();
        var community = membership
                .lock(act.community())
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(act.community())));
        var at = desk.record(opened);
        // Asked again, because the rules or the founders may have changed while the lines arrived.
        var gate = gates.gate(community, act);
        long position = community.position();
        joinings.add(community, position + 1, at, waiting.size());
        for (long place = 0; place < waiting.size(); place += MembersAddedV1.MOST) {
            var chunk = waiting.from(place, MembersAddedV1.MOST);
            chunk.forEach(newcomer -> gate.admit(newcomer.key()));
            refuseKnown(community, chunk, place + 1 + LINES_BEFORE);
            refuseTaken(community.community(), chunk, place + 1 + LINES_BEFORE);
            admit(act.community(), ++position, at, chunk, opened.id());
        }
        return new Registered(waiting.size(), position);
    }

    private void admit(Hash community, long position, Instant at, List<Admission> chunk, Hash cause) {
        membership.add(community, position, at, chunk);
        var entries = chunk.stream()
                .map(joined ->
                        new MemberEntry(joined.member().hex(), joined.key().did()))
                .toList();
        outbox.add(new MembersAddedV1(community.hex(), position, at, entries, cause.hex()));
    }

    /** Refuses the first line whose key is a member's beside the first one, or was revoked. */
    private void refuseTaken(Hash community, List<Admission> chunk, long firstLine) {
        var taken = keys.known(community, chunk.stream().map(Admission::key).toList());
        for (int i = 0; !taken.isEmpty() && i < chunk.size(); i++)
            if (taken.contains(chunk.get(i).key()))
                throw new Refused(new Refusal.KeyTaken(chunk.get(i).key().did(), Optional.of(firstLine + i)));
    }

    /** Refuses the first line whose member was there before, or came in by an earlier line. */
    private void refuseKnown(KnownCommunity community, List<Admission> chunk, long firstLine) {
        var id = community.community();
        var seen = new HashSet<>(
                membership.current(id, chunk.stream().map(Admission::member).toList()));
        for (int i = 0; i < chunk.size(); i++) {
            var member = chunk.get(i).member();
            if (seen.add(member)) continue;
            long line = firstLine + i;
            throw new Refused(
                    membership.memberAt(id, member, community.position()).isPresent()
                            ? new Refusal.AlreadyMember(member, Optional.of(line))
                            : new Refusal.MemberRepeated(member, line));
        }
    }
}
