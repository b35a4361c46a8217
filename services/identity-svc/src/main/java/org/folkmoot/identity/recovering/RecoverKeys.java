// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.identity.Consent;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.Verifier;

/** Takes what guardians do for a member who lost all keys, and what the member says against it. */
@ApplicationScoped
class RecoverKeys {
    static final String START = "recovery.start/1";
    static final String APPROVE = "recovery.approve/1";
    static final String OBJECT = "recovery.object/1";

    private static final int MOST_KEYS = 4;
    private static final Set<String> CONSENTS = Set.of("consents");

    private final ActDesk desk;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final RecoveryStore recoveries;
    private final Verifier verifier;

    RecoverKeys(ActDesk desk, MembershipStore membership, KeyStore keys, RecoveryStore recoveries, Verifier verifier) {
        this.desk = desk;
        this.membership = membership;
        this.keys = keys;
        this.recoveries = recoveries;
        this.verifier = verifier;
    }

    /** Starting is agreeing. */
    @Transactional
    Recovery start(SignedAct opened) {
        var act = opened.act();
        var listed = Fields.exactly(act.body(), CONSENTS).array("consents").items();
        if (listed.isEmpty() || listed.size() > MOST_KEYS)
            throw new Refused(new Refusal.ConsentInvalid("There are 1 to " + MOST_KEYS + " new keys."));
        lock(act.community());
        var accepted = desk.accept(opened);
        var member = act.subject();
        if (membership.member(act.community(), member).isEmpty())
            throw new Refused(new Refusal.MemberUnknown(act.community(), member));
        checkGuardian(act.community(), member, accepted.member().member(), accepted.at());
        var consents = listed.stream()
                .map(json -> Consent.read(json, act.community(), member, verifier, accepted.at()))
                .toList();
        consents.forEach(consent -> desk.checkPasskey(consent.envelope(), act.community()));
        var fresh = consents.stream().map(Consent::key).toList();
        checkFresh(act.community(), fresh);
        if (!recoveries.start(
                opened.id(), act.community(), member, accepted.member().member(), accepted.at(), fresh))
            throw new Refused(new Refusal.SaidBefore(member, act.actor()));
        return agree(opened.id(), accepted);
    }

    @Transactional
    Recovery approve(SignedAct opened, Hash member) {
        var act = opened.act();
        Fields.exactly(act.body(), Set.of());
        lock(act.community());
        var accepted = desk.accept(opened);
        var open = open(act.community(), member, act.subject());
        checkGuardian(act.community(), member, accepted.member().member(), accepted.at());
        return agree(open.id(), accepted);
    }

    /** Whoever still has a key of the member can stop it. */
    @Transactional
    Recovery object(SignedAct opened, Hash member) {
        var act = opened.act();
        Fields.exactly(act.body(), Set.of());
        lock(act.community());
        desk.accept(opened);
        if (!act.actor().equals(member)) throw new Refused(new Refusal.NotOneself(act.actor(), member));
        var open = open(act.community(), member, act.subject());
        recoveries.end(open.id(), Recovery.State.OBJECTED);
        return recoveries.find(open.id()).orElseThrow();
    }

    private Recovery agree(Hash id, Accepted accepted) {
        var guardian = accepted.member().member();
        var at = accepted.at();
        if (!recoveries.approve(id, guardian, at, accepted.id()))
            throw new Refused(new Refusal.SaidBefore(id, guardian));
        var recovery = recoveries.find(id).orElseThrow();
        var rules = recoveries
                .guardians(recovery.community(), recovery.member(), at)
                .orElseThrow();
        if (recovery.dueAt().isEmpty() && recoveries.agreed(id, rules.guardians()) >= rules.threshold())
            recoveries.due(id, at, at.plus(rules.delay()));
        return recoveries.find(id).orElseThrow();
    }

    private Recovery open(Hash community, Hash member, Hash id) {
        var recovery = recoveries
                .find(id)
                .filter(found ->
                        found.community().equals(community) && found.member().equals(member))
                .orElseThrow(() -> new Refused(new Refusal.RecoveryUnknown(member, id)));
        if (recovery.state() != Recovery.State.OPEN)
            throw new Refused(new Refusal.RecoveryEnded(id, RecoveryView.word(recovery.state())));
        return recovery;
    }

    private void checkGuardian(Hash community, Hash member, Hash guardian, Instant at) {
        if (recoveries
                .guardians(community, member, at)
                .filter(rules -> rules.guardians().contains(guardian))
                .isEmpty()) throw new Refused(new Refusal.NotAGuardian(guardian, member));
    }

    private void checkFresh(Hash community, List<PublicKey> fresh) {
        var seen = new HashSet<PublicKey>();
        for (var key : fresh)
            if (!seen.add(key) || keys.isTaken(community, key))
                throw new Refused(new Refusal.KeyTaken(key.did(), Optional.empty()));
    }

    private void lock(Hash community) {
        if (membership.lock(community).isEmpty()) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }
}
