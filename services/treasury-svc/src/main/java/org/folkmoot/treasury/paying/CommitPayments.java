// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.KnownAccounts;
import org.folkmoot.treasury.PostBatch;
import org.folkmoot.treasury.PostKnown;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Account;

/**
 * Commits the payments of one community that wait, in one transaction: all that are in order, and the refusals. If all is
 * known and in order, that is a single call to the database; everything else is done under locks.
 */
@ApplicationScoped
class CommitPayments {
    private final PostKnown postKnown;
    private final PostBatch postBatch;
    private final KnownAccounts accounts;
    private final NumberBlocks numbers;
    private final Counter known;
    private final Counter locked;

    CommitPayments(
            PostKnown postKnown,
            PostBatch postBatch,
            KnownAccounts accounts,
            NumberBlocks numbers,
            MeterRegistry meters) {
        this.postKnown = postKnown;
        this.postBatch = postBatch;
        this.accounts = accounts;
        this.numbers = numbers;
        this.known = batches("known", meters);
        this.locked = batches("locked", meters);
    }

    private static Counter batches(String accounts, MeterRegistry meters) {
        return Counter.builder("folkmoot.treasury.batches")
                .description("Batches of payments, by whether the accounts were known or had to be locked and read")
                .tag("accounts", accounts)
                .register(meters);
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
    List<Ruling> handle(Hash community, List<SignedOrders> payments) {
        var ruled = postKnown.signed(community, payments);
        if (ruled.isPresent()) known.increment();
        var rulings = ruled.orElseGet(() -> underLocks(community, payments));
        numbers.soon();
        return rulings;
    }

    private List<Ruling> underLocks(Hash community, List<SignedOrders> payments) {
        var posted = QuarkusTransaction.requiringNew()
                .call(() -> postBatch.signed(community, payments, opened -> {
                    throw new Unopened(opened.stream().map(Account::unused).toList());
                }));
        accounts.keep(posted.left());
        locked.increment();
        return posted.rulings();
    }
}
