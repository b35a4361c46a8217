// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.constitution.Schedules.Income;
import org.folkmoot.constitution.Schedules.Left;

/** What a constitution says of its calendar, the same for the same seed. */
final class RandomSchedules {
    private RandomSchedules() {}

    static Schedules of(Random random) {
        var budgets = new TreeMap<String, Budget>();
        if (random.nextBoolean())
            budgets.put(
                    "garden",
                    new Budget(
                            "garden",
                            "SKR",
                            "commons",
                            amount(random),
                            periods(random),
                            Left.values()[random.nextInt(3)]));
        var dues = new TreeMap<String, Dues>();
        for (var name : List.of("fee", "levy"))
            if (random.nextBoolean())
                dues.put(
                        name,
                        new Dues(
                                name,
                                "SKR",
                                random.nextBoolean() ? "commons" : "garden",
                                amount(random),
                                periods(random),
                                Optional.empty(),
                                Duration.ofDays(random.nextInt(20)),
                                1 + random.nextInt(3)));
        var incomes = new TreeMap<String, Income>();
        for (var name : List.of("basic", "more"))
            if (random.nextBoolean())
                incomes.put(name, new Income(name, "SKR", amount(random), periods(random), Optional.empty()));
        var demurrage = new TreeMap<String, Demurrage>();
        if (random.nextBoolean())
            demurrage.put(
                    "SKR",
                    new Demurrage(
                            "SKR",
                            Village.share(1 + random.nextInt(3), 7),
                            periods(random),
                            random.nextBoolean() ? Optional.of("garden") : Optional.empty(),
                            random.nextBoolean() ? List.of("commons") : List.of()));
        return new Schedules(budgets, dues, incomes, demurrage);
    }

    private static BigInteger amount(Random random) {
        return BigInteger.valueOf(1 + random.nextInt(40));
    }

    private static Periods periods(Random random) {
        var length =
                List.of(Period.ofDays(1 + random.nextInt(9)), Period.ofDays(7), Period.ofMonths(1), Period.ofMonths(3));
        return new Periods(Periods.FIRST, length.get(random.nextInt(length.size())), ZoneOffset.UTC);
    }
}
