// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Reserve;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.Account;

/** Shows what is above each reserve. */
@ApplicationScoped
class ShowReserves {
    private final Ledger ledger;
    private final Rules rules;
    private final AccountStore accounts;

    ShowReserves(Ledger ledger, Rules rules, AccountStore accounts) {
        this.ledger = ledger;
        this.rules = rules;
        this.accounts = accounts;
    }

    /** By account and asset. */
    @Transactional
    Page<ReserveView> handle(Hash community, Paging paging) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var after = paging.after().orElse("");
        var reserves = rules.of(community).stream()
                .flatMap(constitution -> constitution.treasury().spending().reserves().stream()
                        .filter(reserve -> key(reserve).compareTo(after) > 0)
                        .sorted(Comparator.comparing(ShowReserves::key))
                        .limit(paging.rows())
                        .map(reserve -> new Found(reserve, constitution)))
                .toList();
        return Page.of(reserves, paging.limit(), found -> key(found.reserve), found -> view(community, found));
    }

    private record Found(Reserve reserve, Constitution constitution) {}

    private static String key(Reserve reserve) {
        return reserve.account() + "\n" + reserve.asset();
    }

    private ReserveView view(Hash community, Found found) {
        var reserve = found.reserve;
        var account = accounts.account(community, reserve.account(), reserve.asset())
                .orElseGet(() -> Account.declared(reserve.account(), reserve.asset()));
        return ReserveView.of(
                reserve, account, found.constitution.asset(reserve.asset()).orElseThrow());
    }
}
