// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Growth;

/** What proposals are paid from, where a rule of their policy asks how large a part of it they ask for. */
public final class Funds {
    private Funds() {}

    /**
     * The fund of a policy, of which it has one at most; nothing if no rule asks. Throws {@link ConstitutionRefused} if a plugin
     * is not installed.
     */
    public static Optional<Growth.Fund> of(Policy policy, Plugins plugins) {
        return policy.stages().stream()
                .flatMap(stage -> stage.chambers().stream())
                .flatMap(chamber -> chamber.rules().stream())
                .flatMap(named -> plugins.rule(named.rule()).growth().stream())
                .flatMap(growth -> growth.fund().stream())
                .findFirst();
    }

    /**
     * What actions take out of a fund together, in minor units; what comes back to it is not taken off. Nothing if that is not
     * known, as of a reversal.
     */
    public static Optional<BigInteger> asked(List<Action> actions, Growth.Fund fund) {
        try {
            return Optional.of(Totals.from(actions.stream().map(Action::facts).toList(), fund.account(), fund.asset()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
