// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.InvalidChoice;
import org.jspecify.annotations.Nullable;

/**
 * A choice with conviction, taken apart.
 *
 * @param split units for, against and abstain of a split choice; else empty
 * @param vote which of these gets the units of a choice that is not split
 * @param units how many; else all the power
 * @param conviction the place in the table of multipliers
 */
record ConvictionBallot(Optional<List<BigInteger>> split, int vote, Optional<BigInteger> units, int conviction) {
    private static final Set<String> FIELDS = Set.of("vote", "conviction", "units");

    /** Reads a choice, or refuses it. */
    static ConvictionBallot of(Object choice, int convictions) {
        return switch (choice) {
            case String name -> new ConvictionBallot(Optional.empty(), vote(name), Optional.empty(), 0);
            case Map<?, ?> fields when fields.containsKey("vote") -> standard(fields, convictions);
            case Map<?, ?> units ->
                new ConvictionBallot(Optional.of(Weights.of(units, Conviction.VOTES)), 0, Optional.empty(), 0);
            default ->
                throw new InvalidChoice("The choice is for, against or abstain, a vote with conviction, or units.");
        };
    }

    private static ConvictionBallot standard(Map<?, ?> fields, int convictions) {
        if (!FIELDS.containsAll(fields.keySet())) {
            throw new InvalidChoice("A choice with a vote has no other fields than conviction and units.");
        }
        var conviction = fields.containsKey("conviction") ? Weights.number(fields.get("conviction")) : BigInteger.ZERO;
        if (conviction.compareTo(BigInteger.valueOf(convictions)) >= 0) {
            throw new InvalidChoice("A conviction is a whole number from 0 to " + (convictions - 1) + ".");
        }
        var units = fields.containsKey("units")
                ? Optional.of(Weights.number(fields.get("units")))
                : Optional.<BigInteger>empty();
        return new ConvictionBallot(Optional.empty(), vote(fields.get("vote")), units, conviction.intValueExact());
    }

    private static int vote(@Nullable Object name) {
        var vote = name instanceof String text ? Conviction.VOTES.indexOf(text) : -1;
        if (vote < 0) {
            throw new InvalidChoice("A vote is for, against or abstain.");
        }
        return vote;
    }

    /** The units that go to for, against and abstain, from this power. */
    List<BigInteger> units(BigInteger power) {
        if (split.isPresent()) {
            return split.get();
        }
        var given = new ArrayList<>(Collections.nCopies(Conviction.VOTES.size(), BigInteger.ZERO));
        given.set(vote, units.orElse(power));
        return given;
    }
}
