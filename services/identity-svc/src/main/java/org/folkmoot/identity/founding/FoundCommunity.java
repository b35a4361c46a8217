// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.founding;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.identity.domain.Genesis;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.SignedAct;

/** Brings a community into being, with its founders as members; its id is the hash of the act. */
@ApplicationScoped
class FoundCommunity {
    private final ActDesk desk;
    private final MembershipStore membership;
    private final Outbox outbox;

    FoundCommunity(ActDesk desk, MembershipStore membership, Outbox outbox) {
        this.desk = desk;
        this.membership = membership;
        this.outbox = outbox;
    }

    @Transactional
    KnownCommunity handle(SignedAct opened, Genesis genesis) {
        var foundedAt = desk.record(opened);
        var constitution = genesis.constitution();
        ActDesk.checkPasskey(opened.envelope(), constitution.passkeys());
        var community = new KnownCommunity(opened.id(), genesis.name(), constitution.hash(), 1, foundedAt);
        var founders = founders(community.community(), genesis);
        var document = new String(constitution.canonical(), UTF_8);
        if (!membership.found(community, document, founders))
            throw new IllegalStateException("a community without the act that founded it: " + community.community());
        outbox.add(founded(community, document, opened, founders));
        return community;
    }

    private static List<Admission> founders(Hash community, Genesis genesis) {
        return genesis.founders().stream()
                .map(key -> new Admission(MemberIds.of(community, key), key))
                .toList();
    }

    private static CommunityFoundedV1 founded(
            KnownCommunity community, String document, SignedAct opened, List<Admission> founders) {
        return new CommunityFoundedV1(
                community.community().hex(),
                community.name(),
                community.constitution().hex(),
                document,
                community.position(),
                community.foundedAt(),
                ActDesk.signed(opened.envelope()),
                founders.stream()
                        .map(founder -> new MemberEntry(
                                founder.member().hex(), founder.key().did()))
                        .toList());
    }
}
