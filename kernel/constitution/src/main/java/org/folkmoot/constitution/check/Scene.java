// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.reach.Budget;
import org.folkmoot.policy.Fraction;

/**
 * What all checks of one document share.
 *
 * @param constitution what is checked
 * @param plugins what it may call
 * @param rolls who there is, if that is known
 * @param room the share of a roll that may be missing before a rule is called near to unreachable
 * @param complaints where findings go
 * @param budget how much work all of them may be together
 * @param proofs how much work may be done on what holds for every roll: what was spent on finding words takes none of it
 */
record Scene(
        Constitution constitution,
        Plugins plugins,
        Optional<Rolls> rolls,
        Fraction room,
        Complaints complaints,
        Budget budget,
        Budget proofs) {
    /** Enough for every constitution that people write, and a few seconds for one that is meant to be slow. */
    private static final long STEPS = 2_000_000;

    /** With less room than this, today's roll is near to one that is too small. */
    private static final Fraction ROOM = Fraction.of(1, 5);

    Scene(Constitution constitution, Plugins plugins, Optional<Rolls> rolls) {
        this(constitution, plugins, rolls, ROOM);
    }

    Scene(Constitution constitution, Plugins plugins, Optional<Rolls> rolls, Fraction room) {
        this(constitution, plugins, rolls, room, constitution.complaints(), new Budget(STEPS), new Budget(STEPS));
    }

    /** The voting method, or a complaint. */
    Optional<Bound.Method<?>> method(PluginCall call) {
        return bind(() -> plugins.method(call));
    }

    /** The rule, or a complaint. */
    Optional<Bound.Rule<?>> rule(PluginCall call) {
        return bind(() -> plugins.rule(call));
    }

    private <B> Optional<B> bind(Supplier<B> binding) {
        try {
            return Optional.of(binding.get());
        } catch (ConstitutionRefused e) {
            e.complaints().forEach(complaints::add);
            return Optional.empty();
        }
    }
}
