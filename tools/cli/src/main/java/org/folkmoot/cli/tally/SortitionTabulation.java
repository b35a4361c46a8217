// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.sortition.Infeasible;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Quotas;
import org.folkmoot.sortition.Seed;
import org.folkmoot.sortition.Sortition;

/** Draws panels from a pool, and looks whether they are what a draw by lot must be. */
final class SortitionTabulation {
    private static final Pattern FAIR = Pattern.compile("at least ([0-9,]+) seeds .*p > 0\\.001");
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("quota (\\S+) (\\S+) = \\[([0-9]+),([0-9]+)\\] for ([0-9]+) seats the draw must fail");
    // The 99.9 % quantile of the normal distribution.
    private static final BigDecimal Z = new BigDecimal("3.0902323");

    private SortitionTabulation() {}

    static Answer draw(TallyCase counted, TallyCheck check) {
        counted.expect("sortition-pool");
        check.parameters().words("draw", "without replacement, seeded, reproducible");
        var quotas = quotas(counted.file().path("quotas"));
        var pool = pool(counted);
        var seats = Math.toIntExact(Numbers.number(counted.file().path("panelSize")));
        var sortition = Sortition.of(pool, seats, quotas);
        var panel = sortition.draw(seed(counted, 0));
        var values = Answer.empty();
        values.put("panelSize", panel.size());
        values.put("noDuplicates", new HashSet<>(panel).size() == panel.size());
        values.put("quotasHold", holds(panel, quotas));
        values.put(
                "sameSeedSamePanel",
                panel.equals(Sortition.of(pool.reversed(), seats, quotas).draw(seed(counted, 0))));
        values.put("differentSeedsDiffer", !panel.equals(sortition.draw(seed(counted, 1))));
        values.put(
                "fairness", fairness(counted, check.expected().path("fairness").asText(), sortition, pool));
        values.put("infeasible", infeasible(check.expected().path("infeasible").asText(), pool, quotas));
        return Answer.of(
                values,
                "Of " + sortition.panels() + " panels that keep the quotas, each is equally likely.",
                "Drawn: " + String.join(", ", panel.stream().map(Person::id).toList()) + ".");
    }

    private static Seed seed(TallyCase counted, int number) {
        return Seed.ofText(counted.id() + " " + number);
    }

    private static Quotas quotas(JsonNode said) {
        var quotas = new LinkedHashMap<String, Map<String, Quotas.Bounds>>();
        for (var stratum : said.properties()) {
            var within = new LinkedHashMap<String, Quotas.Bounds>();
            stratum.getValue()
                    .properties()
                    .forEach(bounds -> within.put(
                            bounds.getKey(),
                            new Quotas.Bounds(
                                    Math.toIntExact(
                                            Numbers.number(bounds.getValue().path(0))),
                                    Math.toIntExact(
                                            Numbers.number(bounds.getValue().path(1))))));
            quotas.put(stratum.getKey(), within);
        }
        return new Quotas(quotas);
    }

    private static List<Person> pool(TallyCase counted) {
        var strata = new ArrayList<String>();
        counted.file().path("quotas").properties().forEach(stratum -> strata.add(stratum.getKey()));
        var pool = new ArrayList<Person>();
        for (var group : counted.file().path("ballots")) {
            var properties = new LinkedHashMap<String, String>();
            for (var place = 0; place < strata.size(); place++) {
                properties.put(strata.get(place), group.path(1).path(place).asText());
            }
            for (var number = Numbers.number(group.path(0)); number > 0; number--) {
                pool.add(new Person("%05d".formatted(pool.size() + 1), properties));
            }
        }
        return pool;
    }

    private static boolean holds(List<Person> panel, Quotas quotas) {
        return quotas.of().entrySet().stream()
                .allMatch(stratum -> stratum.getValue().entrySet().stream().allMatch(bounds -> {
                    var drawn = panel.stream()
                            .filter(person ->
                                    bounds.getKey().equals(person.properties().get(stratum.getKey())))
                            .count();
                    return drawn >= bounds.getValue().least()
                            && drawn <= bounds.getValue().most();
                }));
    }

    /** The published sentence if it is true, else what was found. */
    private static String fairness(TallyCase counted, String said, Sortition sortition, List<Person> pool) {
        var asked = FAIR.matcher(said);
        if (!asked.find()) {
            return "not looked at: " + said;
        }
        var seeds = Integer.parseInt(asked.group(1).replace(",", ""));
        var drawn = new HashMap<String, Integer>();
        for (var number = 0; number < seeds; number++) {
            sortition.draw(seed(counted, number)).forEach(person -> drawn.merge(person.id(), 1, Integer::sum));
        }
        var cells = new LinkedHashMap<Map<String, String>, List<Integer>>();
        pool.forEach(person -> cells.computeIfAbsent(person.properties(), _ -> new ArrayList<>())
                .add(drawn.getOrDefault(person.id(), 0)));
        for (var cell : cells.entrySet()) {
            if (!even(cell.getValue())) {
                return "Not everybody with " + cell.getKey() + " was drawn about equally often.";
            }
        }
        return said;
    }

    /** Whether the chi-square of these numbers lies below its 99.9 % quantile, by the approximation of Wilson and Hilferty. */
    private static boolean even(List<Integer> drawn) {
        var sum = drawn.stream().mapToLong(Integer::longValue).sum();
        var freedom = drawn.size() - 1;
        if (freedom == 0 || sum == 0) {
            return true;
        }
        var size = BigInteger.valueOf(drawn.size());
        // Σ (n − mean)² / mean = (size · Σ n² − sum²) / sum
        var squares = drawn.stream()
                .map(number -> BigInteger.valueOf(number).pow(2))
                .reduce(BigInteger.ZERO, BigInteger::add);
        var above = size.multiply(squares).subtract(BigInteger.valueOf(sum).pow(2));
        var chiSquare = new BigDecimal(above).divide(BigDecimal.valueOf(sum), MathContext.DECIMAL64);
        var part = BigDecimal.TWO.divide(BigDecimal.valueOf(9L * freedom), MathContext.DECIMAL64);
        var quantile = BigDecimal.ONE
                .subtract(part)
                .add(Z.multiply(part.sqrt(MathContext.DECIMAL64)))
                .pow(3)
                .multiply(BigDecimal.valueOf(freedom));
        return chiSquare.compareTo(quantile) < 0;
    }

    private static String infeasible(String said, List<Person> pool, Quotas quotas) {
        var asked = IMPOSSIBLE.matcher(said);
        if (!asked.find()) {
            return "not looked at: " + said;
        }
        var bounds = new Quotas.Bounds(Integer.parseInt(asked.group(3)), Integer.parseInt(asked.group(4)));
        try {
            Sortition.of(pool, Integer.parseInt(asked.group(5)), quotas.with(asked.group(1), asked.group(2), bounds));
            return "A panel was drawn.";
        } catch (Infeasible e) {
            return said;
        }
    }
}
