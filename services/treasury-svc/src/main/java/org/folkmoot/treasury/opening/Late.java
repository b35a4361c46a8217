// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Refusal;

/** Says when it is too late to bring in what accounts held elsewhere: as soon as anything of the asset was issued. */
@ApplicationScoped
class Late {
    static final String REASON = "opening-late";

    private final AccountStore accounts;

    Late(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** What is in the way, for good: what was issued once stays so. The ledger is locked. */
    @Transactional(TxType.MANDATORY)
    Optional<Refusal> fault(Hash community, String asset) {
        return accounts.account(community, Account.issuanceName(asset), asset)
                .filter(account -> account.debitsPosted().signum() > 0)
                .map(_ -> new Refusal.Told(REASON, "Of " + asset + ", something was issued already."));
    }
}
