// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.identity.Gates;
import org.folkmoot.identity.Joinings;
import org.folkmoot.identity.domain.Newcomer;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.SignedAct;

/** Lets one member in, if the constitution trusts the signer with it. */
@ApplicationScoped
class AddMember {
    private final ActDesk desk;
    private final Gates gates;
    private final MembershipStore membership;
    private final Joinings joinings;
    private final KeyStore keys;
    private final Outbox outbox;

    AddMember(ActDesk desk, Gates gates, MembershipStore membership, Joinings joinings, KeyStore keys, Outbox outbox) {
        this.keys = keys;
        this.joinings = joinings;
        this.desk = desk;
        this.gates = gates;
        this.membership = membership;
        this.outbox = outbox;
    }

    @Transactional
    KnownMember handle(SignedAct opened, Newcomer newcomer) {
        var act = opened.act();
        var community = membership
                .lock(act.community())
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(act.community())));
        var at = desk.record(opened);
        gates.gate(community, act).admit(newcomer.key());
        var member = MemberIds.of(act.community(), newcomer.key());
        if (membership.member(act.community(), member).isPresent())
            throw new Refused(new Refusal.AlreadyMember(member, Optional.empty()));
        if (keys.isKnown(act.community(), newcomer.key()))
            throw new Refused(new Refusal.KeyTaken(newcomer.key().did(), Optional.empty()));
        long position = community.position() + 1;
        joinings.add(community, position, at, 1);
        membership.add(act.community(), position, at, List.of(new Admission(member, newcomer.key())));
        var entry = new MemberEntry(member.hex(), newcomer.key().did());
        outbox.add(new MembersAddedV1(
                act.community().hex(), position, at, List.of(entry), opened.id().hex()));
        return new KnownMember(member, newcomer.key(), at, position);
    }
}
