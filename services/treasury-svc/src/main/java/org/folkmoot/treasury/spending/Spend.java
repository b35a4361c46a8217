// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Account;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.KnownRole;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.MemberActs;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Order;

/** Spends for the community what a role lets a member spend, once. A refusal of the ledger is final and is kept too. */
@ApplicationScoped
class Spend {
    private final ActDesk desk;
    private final RoleStore roles;
    private final Ledger ledger;
    private final MemberActs acts;
    private final Clock clock;

    Spend(ActDesk desk, RoleStore roles, Ledger ledger, MemberActs acts, Clock clock) {
        this.desk = desk;
        this.roles = roles;
        this.ledger = ledger;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    Answer handle(Spending spending) {
        var community = spending.community();
        var actor = spending.act().act().actor();
        desk.check(spending.act());
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var order = new Order.Spend(
                spending.id(),
                spending.leg(),
                Account.MEMBER + actor.hex(),
                held(spending),
                spending.act().id(),
                spending.memo());
        return acts.rule(spending.act(), order);
    }

    /** The roles that the member holds now, or the one of them that was named. */
    private Set<String> held(Spending spending) {
        return roles.held(spending.community(), spending.act().act().actor(), clock.instant()).stream()
                .map(KnownRole::role)
                .filter(role ->
                        spending.role().isEmpty() || spending.role().get().equals(role))
                .collect(Collectors.toSet());
    }
}
