// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.treasury.domain.Transfer.Code;

/**
 * Says which movements count under which limit. Everything counts that leaves an account because somebody decides or
 * spends, at once: also what is set aside or put into an escrow, which counts no second time when it is paid out.
 */
final class Counting {
    private static final Set<Code> LEAVES =
            Set.of(Code.DECIDED, Code.RETIRED, Code.ENDOWED, Code.SPENT, Code.SENT, Code.HELD, Code.REVERSED);

    // What those say who watch the outside has gone already: to refuse it would not bring it back.
    private static final Set<Code> TAKES =
            LEAVES.stream().filter(code -> code != Code.SENT).collect(Collectors.toUnmodifiableSet());

    private Counting() {}

    /** One amount that may count. */
    record Flow(Code code, String debit, String credit, String asset) {}

    /** Whether such movements count at all. */
    static boolean counts(Code code) {
        return LEAVES.contains(code);
    }

    /** Whether somebody who decides or spends takes something out of an account by such movements. */
    static boolean takes(Code code) {
        return TAKES.contains(code);
    }

    /**
     * Whom a flow is counted for under a limit, if it is counted.
     *
     * @param spender who spends by a role, and which
     * @param policy the policy of the proposal that it follows from
     */
    static Optional<String> subject(
            SpendingLimit limit, Flow flow, Optional<Spender> spender, Optional<String> policy) {
        if (!limit.asset().equals(flow.asset) || !counts(flow.code)) return Optional.empty();
        return switch (limit.of()) {
            case SpendingLimit.Of.From(var account) -> when(flow.debit.equals(account), "");
            case SpendingLimit.Of.Each(var account) -> when(flow.debit.equals(account), flow.credit);
            case SpendingLimit.Of.Holder(var account, var role) ->
                spender.filter(who -> flow.debit.equals(account) && who.role().equals(role))
                        .map(Spender::account);
            case SpendingLimit.Of.Track(var name) -> policy.filter(name::equals).map(_ -> "");
        };
    }

    /** Who spends, and by which role. */
    record Spender(String account, String role) {}

    private static Optional<String> when(boolean counts, String subject) {
        return counts ? Optional.of(subject) : Optional.empty();
    }
}
