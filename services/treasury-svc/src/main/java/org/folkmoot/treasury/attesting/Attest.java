// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.folkmoot.constitution.Outside;
import org.folkmoot.contracts.OutsideAttestedV1;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.acts.ActStore;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Attested;
import org.folkmoot.treasury.domain.Witnesses;

/**
 * Takes a member's word for what happened outside. The word that makes it enough moves the money in its own transaction; so
 * it is moved once, and by nobody's word alone.
 */
@ApplicationScoped
class Attest {
    private final ActDesk desk;
    private final ActStore acts;
    private final Ledger ledger;
    private final Constitutions constitutions;
    private final AttestationStore attestations;
    private final WhatIsSaid whatIsSaid;
    private final MoveAttested moveAttested;
    private final Outbox outbox;

    Attest(
            ActDesk desk,
            ActStore acts,
            Ledger ledger,
            Constitutions constitutions,
            AttestationStore attestations,
            WhatIsSaid whatIsSaid,
            MoveAttested moveAttested,
            Outbox outbox) {
        this.desk = desk;
        this.acts = acts;
        this.ledger = ledger;
        this.constitutions = constitutions;
        this.attestations = attestations;
        this.whatIsSaid = whatIsSaid;
        this.moveAttested = moveAttested;
        this.outbox = outbox;
    }

    @Transactional
    AttestationView handle(Hash community, ReadAttestation.Said signed) {
        var before = before(community, signed);
        if (before.isPresent()) return before.get();
        desk.check(signed.act());
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        ledger.lock(community);
        // The same act may have waited for itself.
        var meanwhile = before(community, signed);
        if (meanwhile.isPresent()) return meanwhile.get();
        var accepted = desk.accept(signed.act());
        var asset = whatIsSaid.asset(community, signed.what());
        var attesters = constitutions
                .inForce(community)
                .flatMap(constitution -> constitution.treasury().outside().attesters(asset))
                .orElseThrow(() -> new AttestRefused(new AttestRefusal.AssetNotAttested(community, asset)));
        if (!attestations
                .holders(community, attesters.role(), accepted.at())
                .contains(accepted.act().actor()))
            throw new AttestRefused(
                    new AttestRefusal.RoleRequired(accepted.act().actor(), attesters.role()));
        var said = whatIsSaid.read(community, signed.what(), accepted.at());
        hear(community, said, accepted, attesters);
        return attestations.one(community, said.id(community)).orElseThrow();
    }

    /**
     * Whose answer was lost sends the same act again, and is answered alike. Only what was heard is written down as accepted, also
     * what said nothing new.
     */
    private Optional<AttestationView> before(Hash community, ReadAttestation.Said signed) {
        return acts.envelope(signed.act().id())
                .flatMap(_ -> attestations.one(community, whatIsSaid.id(community, signed.what())));
    }

    private void hear(Hash community, Attested said, Accepted accepted, Outside.Attesters attesters) {
        var id = said.id(community);
        var settled = attestations.lock(community, said);
        if (settled.isPresent()) {
            Attested.firstDifference(said.parts(), settled.get()).ifPresent(part -> {
                throw new AttestRefused(new AttestRefusal.AttestationDifferent(id, part));
            });
            return;
        }
        // Asked again under the lock: the last word may have waited for another one.
        var holders = attestations.holders(community, attesters.role(), accepted.at());
        var witnesses = attestations.witnesses(id);
        var member = accepted.act().actor();
        var ruling = witnesses.hear(said.parts(), member, holders, attesters.atLeast());
        if (!witnesses.isSaid(said.parts(), member)) {
            attestations.add(id, said, accepted);
            tell(community, said, accepted);
        }
        if (ruling instanceof Witnesses.Ruling.Enough) moveAttested.handle(community, said, accepted);
    }

    private void tell(Hash community, Attested said, Accepted accepted) {
        outbox.add(new OutsideAttestedV1(
                community.hex(),
                said.id(community).hex(),
                said.kind().word(),
                said.asset(),
                said.reference(),
                accepted.act().actor().hex(),
                accepted.at()));
    }
}
