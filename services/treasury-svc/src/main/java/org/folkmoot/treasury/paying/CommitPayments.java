// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.PostBatch;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Account;

/** Commits the payments of one community that wait, in one transaction: all that are in order, and the refusals. */
@ApplicationScoped
class CommitPayments {
    private final PostBatch postBatch;

    CommitPayments(PostBatch postBatch) {
        this.postBatch = postBatch;
    }

    /** Says that accounts have to be opened first, which is done by itself because it is told to the other services. */
    static final class Unopened extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Account> accounts;

        Unopened(List<Account> accounts) {
            super("accounts to open: " + accounts.size(), null, false, false);
            this.accounts = accounts;
        }

        List<Account> accounts() {
            return accounts;
        }
    }

    /** Rules on payments of one community, in order. */
    @Transactional
    List<Ruling> handle(Hash community, List<SignedOrders> payments) {
        return postBatch.signed(community, payments, opened -> {
            throw new Unopened(opened.stream().map(Account::unused).toList());
        });
    }
}
