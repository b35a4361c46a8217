// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.escrow.Escrow;

/** The escrows of communities, for whoever signed something about one of them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Escrows {
    private final Ledger ledger;
    private final EscrowStore escrows;
    private final StepStore steps;

    Escrows(Ledger ledger, EscrowStore escrows, StepStore steps) {
        this.ledger = ledger;
        this.escrows = escrows;
        this.steps = steps;
    }

    /** An escrow that nobody else changes until the transaction ends. */
    Escrow lock(Hash community, Hash id) {
        known(community);
        ledger.lock(community);
        return escrows.lock(community, id)
                .orElseThrow(() -> new SaidRefused(new SaidRefusal.EscrowUnknown(community, id)));
    }

    /** An escrow as it stands. */
    Escrow find(Hash community, Hash id) {
        known(community);
        return escrows.find(community, id)
                .orElseThrow(() -> new SaidRefused(new SaidRefusal.EscrowUnknown(community, id)));
    }

    void known(Hash community) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }

    /** What became of it before, if it was asked before. */
    Optional<StepStore.Taken> earlier(TakeStep.Asked asked) {
        return steps.find(asked.community(), asked.id());
    }
}
