// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Decision;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.record.Hash;

/**
 * Who was struck off a frozen roll, because a roll made at the close would not have had them.
 *
 * @param members those who were struck
 * @param power the power that they had together
 * @param position the membership position of the close
 * @param place the place in the journal of the close, where the body asks for balances
 */
public record Struck(List<Hash> members, BigInteger power, long position, Optional<Long> place) implements Turnover {
    static final String RULE = "changes";

    public Struck {
        members = List.copyOf(members);
    }

    @Override
    public List<Hash> struck() {
        return members;
    }

    @Override
    public RollTotals of(RollTotals frozen) {
        return new RollTotals(frozen.members() - members.size(), frozen.power().subtract(power), frozen.most());
    }

    @Override
    public boolean aborts() {
        return false;
    }

    @Override
    public Decision explain(Decision decision, RollTotals frozen, String chamber) {
        var trace = new ArrayList<>(decision.trace());
        var as = "as of membership position " + position
                + place.map(number -> " and place " + number + " in the journal")
                        .orElse("");
        trace.add(new TraceLine(
                chamber + RULE,
                List.of(new Operand("struck", power)),
                List.of(new Operand("roll", frozen.power())),
                "atLeast",
                "0",
                "0",
                "passes",
                true,
                "Recounted " + as + ": struck off were " + members.size() + " of " + frozen.members() + " members with "
                        + power + " of the power " + frozen.power() + ".",
                "It decides nothing by itself."));
        return new Decision(decision.outcome(), decision.winners(), trace, decision.words());
    }
}
