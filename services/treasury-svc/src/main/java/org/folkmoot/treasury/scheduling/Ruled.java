// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import java.math.BigInteger;
import java.util.List;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Outcome;

/** What became of what the ledger was asked to do; it never lets another order under a known name through. */
final class Ruled {
    private Ruled() {}

    static Done done(Answer answer) {
        return switch (answer) {
            case Answer.First(var done, var _) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different different ->
                throw new IllegalStateException("the ledger let another order through: " + different);
        };
    }

    static Outcome outcome(Answer answer) {
        return done(answer).outcome();
    }

    /** What was moved, all together. */
    static BigInteger moved(List<Answer> answers) {
        return answers.stream()
                .flatMap(answer -> outcome(answer) instanceof Outcome.Posted(var lines)
                        ? lines.stream()
                        : List.<Line>of().stream())
                .map(Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
