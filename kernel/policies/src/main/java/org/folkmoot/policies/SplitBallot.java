// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.folkmoot.policies.ForAgainstAbstain.Settings;
import org.folkmoot.policies.ForAgainstAbstain.Split;
import org.folkmoot.policy.InvalidChoice;

/**
 * A choice among names, taken apart.
 *
 * @param parts what it gives to each name: units, or weights where shares are counted
 * @param rest the name that gets what is left, if one does
 */
record SplitBallot(List<BigInteger> parts, OptionalInt rest) {
    /** Reads a choice, or refuses it. */
    static SplitBallot of(Object choice, Settings settings) {
        var names = settings.names();
        return switch (choice) {
            case String name
            when names.contains(name) -> new SplitBallot(nothing(names), OptionalInt.of(names.indexOf(name)));
            case Map<?, ?> weights
            when settings.splitting() == Split.SHARES ->
                new SplitBallot(Weights.of(weights, names), OptionalInt.empty());
            case Map<?, ?> units
            when settings.splitting() == Split.UNITS -> new SplitBallot(Weights.of(units, names), OptionalInt.empty());
            case List<?> casts when settings.splitting() == Split.UNITS -> several(casts, names);
            default -> throw new InvalidChoice(form(settings));
        };
    }

    private static SplitBallot several(List<?> casts, List<String> names) {
        var sums = new ArrayList<>(nothing(names));
        var rest = OptionalInt.empty();
        for (var cast : casts) {
            if (rest.isPresent()) {
                throw new InvalidChoice("A name gets all that is left: nothing can be cast after it.");
            } else if (cast instanceof String name && names.contains(name)) {
                rest = OptionalInt.of(names.indexOf(name));
            } else if (cast instanceof Map<?, ?> units) {
                var given = Weights.of(units, names);
                for (var part = 0; part < sums.size(); part++) {
                    sums.set(part, sums.get(part).add(given.get(part)));
                }
            } else {
                throw new InvalidChoice("Each cast is a name, or units by name.");
            }
        }
        if (casts.isEmpty()) {
            throw new InvalidChoice("The choice gives nothing to anything.");
        }
        return new SplitBallot(List.copyOf(sums), rest);
    }

    private static String form(Settings settings) {
        var names = String.join(", ", settings.names());
        return switch (settings.splitting()) {
            case NONE -> "The choice is one of " + names + ".";
            case SHARES -> "The choice is one of " + names + ", or their weights by name.";
            case UNITS -> "The choice is one of " + names + ", or units by name, or a list of these.";
        };
    }

    private static List<BigInteger> nothing(List<String> names) {
        return Collections.nCopies(names.size(), BigInteger.ZERO);
    }

    /** The weights of the names; a name alone weighs everything. */
    List<BigInteger> weights() {
        return rest.isPresent() ? withRest(BigInteger.ONE) : parts;
    }

    /** What it gives out by itself, whatever is left. */
    BigInteger spent() {
        return Weights.sum(parts);
    }

    /** The units that each name gets of a power: nothing where it gives out more than that. */
    List<BigInteger> given(BigInteger power) {
        var left = power.subtract(spent());
        if (left.signum() < 0) {
            return Collections.nCopies(parts.size(), BigInteger.ZERO);
        }
        return rest.isPresent() ? withRest(left) : parts;
    }

    private List<BigInteger> withRest(BigInteger left) {
        var given = new ArrayList<>(parts);
        var name = rest.getAsInt();
        given.set(name, given.get(name).add(left));
        return given;
    }
}
