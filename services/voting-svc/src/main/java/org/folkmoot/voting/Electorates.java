// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.constitution.Measures;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.policy.Facts;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;

/** Puts beside a roll what is measured as of the same place in the journal. */
@ApplicationScoped
public class Electorates {
    private final BalanceStore balances;

    Electorates(BalanceStore balances) {
        this.balances = balances;
    }

    /** The roll of a poll as its rules look at it. */
    public Electorate of(PollRules rules, RollTotals roll) {
        return new Electorate(roll.power(), roll.members(), measures(rules));
    }

    private Map<String, BigInteger> measures(PollRules rules) {
        var definition = rules.definition();
        var measures = new HashMap<String, BigInteger>();
        definition.balancesPosition().ifPresent(place -> {
            rules.electorate().asset().ifPresent(asset -> {
                var issued = balances.supply(definition.community(), asset, place);
                measures.put(Measures.SUPPLY, rules.electorate().supply(issued));
            });
            rules.fund().ifPresent(fund -> {
                var held = balances.fund(definition.community(), fund.account(), fund.asset(), place);
                measures.put(Facts.FUNDS, held);
            });
        });
        definition.asked().ifPresent(amount -> measures.put(Facts.ASKED, amount));
        return measures;
    }
}
