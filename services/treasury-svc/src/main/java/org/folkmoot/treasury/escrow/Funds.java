// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.escrow.Escrow;

/** What the accounts have that pay as it is due. */
@ApplicationScoped
class Funds {
    private final AccountStore accounts;

    Funds(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * How much the account can pay that pays this as it is due, if it is paid like that; whatever is more than nothing is
     * asked of the ledger.
     */
    Optional<BigInteger> of(Hash community, Escrow escrow) {
        return escrow.asDue()
                .map(_ -> accounts.account(
                                community,
                                escrow.payer(),
                                escrow.terms().asset().code())
                        .flatMap(Account::available)
                        .orElse(BigInteger.ZERO)
                        .max(BigInteger.ZERO));
    }

    /** Whether an account pays as it is due: one of the community's own does. */
    boolean isOwn(Hash community, String account, String asset) {
        return accounts.account(community, account, asset)
                .filter(found -> found.kind() == Account.Kind.DECLARED)
                .isPresent();
    }

    /** Whether somebody can be paid: what is a member's is opened by its first payment. */
    boolean isPayee(Hash community, String account, Asset asset) {
        return Account.onFirstCredit(account, asset).isPresent()
                || accounts.account(community, account, asset.code()).isPresent();
    }
}
