// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.record.Hash;

/**
 * A frozen roll beside the one that would be made at the close: where a body's polls end with its membership, a single
 * difference ends this one, whatever was cast.
 *
 * @param left how many of the frozen roll are not in the body any more
 * @param came how many are in it who are not on the frozen roll
 * @param position the membership position of the close
 * @param place the place in the journal of the close, where the body asks for balances
 */
public record Compared(long left, long came, long position, Optional<Long> place) implements Turnover {
    @Override
    public List<Hash> struck() {
        return List.of();
    }

    @Override
    public RollTotals of(RollTotals frozen) {
        return frozen;
    }

    @Override
    public boolean aborts() {
        return left + came > 0;
    }

    @Override
    public Decision explain(Decision decision, RollTotals frozen, String chamber) {
        var same = !aborts();
        var words = same
                ? "Nobody came into the body and nobody left it while the poll was open."
                : "The body changed while the poll was open: " + left + " left it and " + came
                        + " came into it, as of membership position " + position + ". So the poll ends undecided.";
        var trace = new ArrayList<>(decision.trace());
        trace.add(new TraceLine(
                chamber + Struck.RULE,
                List.of(operand("stayed", frozen.members() - left)),
                List.of(operand("roll", frozen.members()), operand("came", came)),
                "atLeast",
                "1",
                Long.toString(frozen.members() + came),
                "passes",
                same,
                words,
                same ? "One who comes or leaves ends it." : "It holds only with nobody who came or left."));
        return same
                ? new Decision(decision.outcome(), decision.winners(), trace, decision.words())
                : new Decision(Outcome.REJECTED, List.of(), trace, words);
    }

    private static Operand operand(String name, long members) {
        return new Operand(name, BigInteger.valueOf(members));
    }
}
