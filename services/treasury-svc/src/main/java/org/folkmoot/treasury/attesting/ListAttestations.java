// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.Ledger;

/** Shows what was attested. */
@ApplicationScoped
class ListAttestations {
    private final Ledger ledger;
    private final AttestationStore attestations;
    private final AccountNames names;

    ListAttestations(Ledger ledger, AttestationStore attestations, AccountNames names) {
        this.ledger = ledger;
        this.attestations = attestations;
        this.names = names;
    }

    @Transactional
    Page<AttestationView> page(Hash community, boolean open, Paging paging) {
        var before = paging.afterNumber(Long.MAX_VALUE);
        known(community);
        var rows = attestations.page(community, open, before, paging.rows());
        var shown = names.shown(community);
        return Page.of(
                rows,
                paging.limit(),
                row -> String.valueOf(row.number()),
                row -> row.view().named(shown));
    }

    @Transactional
    AttestationView one(Hash community, Hash attestation) {
        known(community);
        return attestations
                .one(community, attestation)
                .map(view -> view.named(names.shown(community)))
                .orElseThrow(() -> new AttestRefused(new AttestRefusal.AttestationUnknown(community, attestation)));
    }

    private void known(Hash community) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }
}
