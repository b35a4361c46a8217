// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.leaving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.MemberActs;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;

/** Takes shares back and pays out what is due for them, once. A refusal of the ledger is final and is kept too. */
@ApplicationScoped
class Leave {
    private final ActDesk desk;
    private final Rules rules;
    private final Ledger ledger;
    private final MemberActs acts;

    Leave(ActDesk desk, Rules rules, Ledger ledger, MemberActs acts) {
        this.desk = desk;
        this.rules = rules;
        this.ledger = ledger;
        this.acts = acts;
    }

    @Transactional
    Done handle(Exit exit) {
        var community = exit.community();
        desk.check(exit.act());
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var order = rules.of(community)
                .flatMap(constitution -> order(exit, constitution))
                .orElseThrow(() -> new ExitRefused(new ExitRefusal.ExitNotOffered(community)));
        return switch (acts.rule(exit.act(), order)) {
            case Answer.First(var done, var _) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different(var id, var part) -> throw new ExitRefused(new ExitRefusal.ExitDifferent(id, part));
        };
    }

    private static Optional<Order> order(Exit exit, Constitution constitution) {
        return constitution
                .treasury()
                .spending()
                .exit()
                .map(rule -> new Order.Exit(
                        exit.id(),
                        Account.MEMBER + exit.act().act().actor().hex(),
                        rule.shares(),
                        exit.units(),
                        exit.assets(),
                        rule.pots(constitution.assets(), constitution.accounts()),
                        exit.act().id()));
    }
}
