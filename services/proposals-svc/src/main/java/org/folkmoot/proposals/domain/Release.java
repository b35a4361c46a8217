// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.course.DepositJudge;
import org.folkmoot.policy.Facts;

/**
 * What becomes of a deposit when its proposal ends.
 *
 * <p>Only a vote rejects: where a poll could not be held, the whole deposit goes back whatever the policy says, for nobody was
 * against anything, or a later stage was to decide. What failed to be enacted and then expired has failed.
 */
public final class Release {
    private static final Facts NO_BALLOTS = new Facts(0, Map.of(), BigInteger.ZERO, 0, List.of());

    private Release() {}

    /** Finds it out from the state before the end, the end, and the last decision if there was one. */
    public static PutDown.Released of(
            DepositJudge judge, BigInteger amount, State before, Ended ended, Optional<Verdict> decision) {
        var facts = decision.map(Verdict::main).orElse(NO_BALLOTS);
        var stopped = decision.flatMap(Verdict::stopped);
        return word(before, ended, decision)
                .map(word -> judge.fate(word, stopped, facts))
                .map(fate -> new PutDown.Released(fate.fate(), fate.of(amount)))
                .orElseGet(() -> new PutDown.Released(Deposit.Fate.REFUND, amount));
    }

    private static Optional<String> word(State before, Ended ended, Optional<Verdict> decision) {
        return switch (ended) {
            case Enacted _ -> Optional.of("passed");
            case Rejected _ ->
                decision.filter(verdict -> !verdict.passed() && isOf(verdict, before))
                        .map(_ -> DepositJudge.REJECTED);
            case Cancelled _ -> Optional.of("cancelled");
            case Expired _ -> Optional.of(before instanceof Failed ? "failed" : "expired");
            case Lapsed _ -> Optional.of("expired");
        };
    }

    private static boolean isOf(Verdict verdict, State before) {
        return before instanceof Polled polled && polled.terms().poll().equals(verdict.poll());
    }
}
