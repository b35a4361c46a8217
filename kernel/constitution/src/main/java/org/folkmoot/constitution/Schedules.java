// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/**
 * What happens to a community's money by the calendar alone, at the start of every period.
 *
 * @param budgets by the account that is the envelope
 * @param dues by name
 * @param incomes by name
 * @param demurrage by the asset that decays
 */
public record Schedules(
        Map<String, Budget> budgets,
        Map<String, Dues> dues,
        Map<String, Income> incomes,
        Map<String, Demurrage> demurrage) {
    /** Nothing happens by itself. */
    public static final Schedules NONE = new Schedules(Map.of(), Map.of(), Map.of(), Map.of());

    public Schedules {
        budgets = ordered(budgets);
        dues = ordered(dues);
        incomes = ordered(incomes);
        demurrage = ordered(demurrage);
    }

    /** One thing that happens every period. */
    public sealed interface Rule {
        /** What it is about: an envelope, a name or an asset. */
        String name();

        /** The code of the asset that it moves. */
        String asset();

        /** Its calendar. */
        Periods periods();
    }

    /** What becomes of what is left in an envelope when its period ends. */
    public enum Left {
        /** It stays there. */
        KEEP,
        /** It goes back to where the budget comes from. */
        RETURN,
        /** It goes back to where the asset was issued from. */
        BURN
    }

    /**
     * A budget.
     *
     * @param name the account that is the envelope
     * @param from the account that it comes from
     * @param amount in minor units
     */
    public record Budget(String name, String asset, String from, BigInteger amount, Periods periods, Left left)
            implements Rule {}

    /**
     * What members owe for every period.
     *
     * @param to the account that it goes to
     * @param amount in minor units
     * @param who which members; everybody if nothing is said
     * @param grace how long after the start of a period it is asked for again every day
     * @param most how many unpaid periods pile up at most
     */
    public record Dues(
            String name,
            String asset,
            String to,
            BigInteger amount,
            Periods periods,
            Optional<Who> who,
            Duration grace,
            int most)
            implements Rule {}

    /**
     * What is issued to members for every period.
     *
     * @param amount in minor units, for each of them
     * @param who which members; everybody if nothing is said
     */
    public record Income(String name, String asset, BigInteger amount, Periods periods, Optional<Who> who)
            implements Rule {}

    /**
     * What is lost by keeping an asset for a period.
     *
     * @param rate which share of what is held
     * @param to the account that it goes to; if there is none, it goes back to where it was issued from
     * @param exempt the accounts that lose nothing
     */
    public record Demurrage(String asset, Fraction rate, Periods periods, Optional<String> to, List<String> exempt)
            implements Rule {
        public Demurrage {
            exempt = List.copyOf(exempt);
        }

        @Override
        public String name() {
            return asset;
        }
    }

    private static <T> Map<String, T> ordered(Map<String, T> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
