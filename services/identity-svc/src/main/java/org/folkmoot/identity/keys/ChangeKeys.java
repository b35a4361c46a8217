// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.KeysChangedV1;
import org.folkmoot.identity.Consent;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.KnownKey;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.Verifier;

/** Gives a member another key, or ends one. A member always keeps a key: who has none could not even say so. */
@ApplicationScoped
class ChangeKeys {
    static final String ADD = "key.add/1";
    static final String REVOKE = "key.revoke/1";
    static final String COMPROMISE = "key.compromise/1";

    /** The most keys that a member has at a time. */
    static final int MOST = 8;

    private static final Set<String> CONSENT = Set.of("consent");
    private static final Set<String> KEY = Set.of("key");
    private static final Set<String> KEY_AND_TIME = Set.of("key", "since");

    private final ActDesk desk;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final CompromisedKeys compromised;
    private final Verifier verifier;
    private final Outbox outbox;

    ChangeKeys(
            ActDesk desk,
            MembershipStore membership,
            KeyStore keys,
            CompromisedKeys compromised,
            Verifier verifier,
            Outbox outbox) {
        this.compromised = compromised;
        this.desk = desk;
        this.membership = membership;
        this.keys = keys;
        this.verifier = verifier;
        this.outbox = outbox;
    }

    @Transactional
    List<KnownKey> add(SignedAct opened) {
        var act = opened.act();
        var json = Fields.exactly(act.body(), CONSENT).value("consent");
        var community = lock(act.community());
        var accepted = desk.accept(opened);
        var consent = Consent.read(json, act.community(), act.actor(), verifier, accepted.at());
        desk.checkPasskey(consent.envelope(), act.community());
        var known = keys.keys(act.community(), accepted.member());
        if (known.stream().filter(KnownKey::isValid).count() >= MOST) throw new Refused(new Refusal.TooManyKeys(MOST));
        if (keys.isTaken(act.community(), consent.key()))
            throw new Refused(new Refusal.KeyTaken(consent.key().did(), Optional.empty()));
        return change(community, accepted, List.of(consent.key()), List.of());
    }

    @Transactional
    List<KnownKey> revoke(SignedAct opened) {
        var act = opened.act();
        var key = Fields.exactly(act.body(), KEY).key("key");
        var community = lock(act.community());
        var accepted = desk.accept(opened);
        if (!keys.isValid(act.community(), accepted.member(), key))
            throw new Refused(new Refusal.KeyNotHeld(act.actor(), key.did()));
        var known = keys.keys(act.community(), accepted.member());
        if (known.stream().filter(KnownKey::isValid).count() == 1) throw new Refused(new Refusal.LastKey(act.actor()));
        return change(community, accepted, List.of(), List.of(key));
    }

    /** Says that somebody else has had a key, which ends with it; it may have been revoked before. */
    @Transactional
    List<KnownKey> compromise(SignedAct opened) {
        var act = opened.act();
        var body = Fields.exactly(act.body(), KEY_AND_TIME);
        var key = body.key("key");
        var since = body.time("since");
        var community = lock(act.community());
        var accepted = desk.accept(opened);
        if (since.isAfter(accepted.at())) throw new Refused(new Refusal.WordsInvalid("since", "It is in the future."));
        var known = keys.keys(act.community(), accepted.member());
        var marked = known.stream()
                .filter(held -> held.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused(new Refusal.KeyNotHeld(act.actor(), key.did())));
        if (!compromised.add(
                act.community(), act.actor(), new CompromisedKeys.Mark(key, since, accepted.at(), opened.id())))
            throw new Refused(new Refusal.AlreadyCompromised(key.did()));
        if (!marked.isValid()) return known;
        if (known.stream().filter(KnownKey::isValid).count() == 1) throw new Refused(new Refusal.LastKey(act.actor()));
        return change(community, accepted, List.of(), List.of(key));
    }

    private List<KnownKey> change(
            KnownCommunity community, Accepted accepted, List<PublicKey> added, List<PublicKey> revoked) {
        var id = community.community();
        var member = accepted.member();
        long position = community.position() + 1;
        keys.change(id, position, accepted.at(), member.member(), added, revoked, accepted.id());
        outbox.add(new KeysChangedV1(
                id.hex(),
                position,
                accepted.at(),
                member.member().hex(),
                added.stream().map(PublicKey::did).toList(),
                revoked.stream().map(PublicKey::did).toList(),
                accepted.id().hex()));
        return keys.keys(id, member);
    }

    /** Before the desk asks which keys are valid, so that a key cannot act while it is being revoked. */
    private KnownCommunity lock(Hash community) {
        return membership.lock(community).orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)));
    }
}
