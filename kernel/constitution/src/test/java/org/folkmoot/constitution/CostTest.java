// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression is refused for what it could cost, before it costs anything. */
class CostTest {
    private static final Cel CEL = Applies.language(Samples.constitution().assets());
    private static final List<String> CORPUS = List.of(
            "true",
            "actions.size() > 0 && actions.all(a, a.type == 'treasury.transfer' && a.amount <= amount('100.00', 'EUR'))",
            "actions.exists(a, 'memo' in a && a.memo.contains('bridge'))",
            "actions.exists(a, 'memo' in a && a.memo.matches('^[a-z ]+b(r|l)idge$'))",
            "actions.map(a, 'to' in a ? a.to + '/' + a.asset : '').exists(t, t.startsWith('g'))",
            "actions.all(a, a.type in ['member.add', 'treasury.transfer', 'constitution.amend'])",
            "actions.all(a, actions.all(b, a.type == b.type))",
            "actions.all(a, a.type != 'constitution.amend' || a.changes.all(c, c.startsWith('/roles/')))",
            "total('EUR') > 100 || totalTo('EUR', 'garden') > 5",
            "actions.map(a, a.type).size() + actions.size() > 7",
            "actions.exists_one(a, a.type == 'constitution.amend') ? actions.size() == 1 : size(actions) < 9",
            "actions.map(a, string(a.type + 'x')) == ['member.addx', 'member.addx']",
            "[1, 2, 3].exists(n, actions.size() == n * n - 1) && 'a' + 'b' < 'abc'",
            "actions.size() > 1 && actions[0]['type'] == actions[1].type");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | 1",
                "1 < 2 | 4",
                "actions.size() > 0 | 37",
                "~abc~ == ~abcd~ | 6",
                "actions.all(a, true) | 196"
            })
    void theFiguresAreThoseOfTheTable(String source, long steps) throws CelValidationException {
        assertThat(Applies.COST.of(ast(source.replace('~', '\'')))).isEqualTo(steps);
    }

    @Test
    void rulesThatPeopleWriteAreCheapEnough() {
        assertThat(CORPUS)
                .allSatisfy(source ->
                        assertThatCode(() -> Applies.compile(CEL, source)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actions[0].changes.all(c, actions[0].changes.exists(d, c == d))",
                "actions.map(a, actions.map(b, a.memo + b.memo)).size() > 0 && actions.all(a, actions.all(b, a == b))",
                "actions.all(a, a.changes.filter(c, c != '/name').size() == 0)",
                "actions.all(a, actions.all(b, a.memo.contains(b.memo)))",
                "actions.all(a, actions.all(b, a.memo.matches(b.memo)))"
            })
    void whatGrowsWithTheSquareIsRefused(String source) {
        assertThatThrownBy(() -> Applies.compile(CEL, source))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageMatching("(?s).*The expression could take [0-9]+ steps; at most 10000000 are allowed.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member.roles.all(a, member.roles.exists(b, a == b))",
                "member.roles.all(a, a.matches('(a|b)*c'))"
            })
    void aMemberCostsLess(String source) {
        assertThatThrownBy(() -> Who.compile(source))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageContaining("at most 200000 are allowed");
    }

    @Test
    void sumsAndProductsStopAtTheLargestNumber() {
        assertThat(Cost.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Cost.plus(Long.MAX_VALUE - 1, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Cost.times(1L << 32, 1L << 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(Cost.times(1L << 31, 1L << 31)).isEqualTo(1L << 62);
        assertThat(Cost.times(1L << 40, 1L << 40)).isEqualTo(Long.MAX_VALUE);
        assertThat(Cost.times(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noExpressionTakesMoreThanWasSaid(long seed) throws CelValidationException {
        var random = new Random(seed);
        var sources = new ArrayList<>(CORPUS);
        for (var n = 0; n < 20; n++) {
            sources.add(CORPUS.get(random.nextInt(CORPUS.size())).replace("actions.", "actions.filter(q, true).")
                    + (random.nextBoolean() ? " && " : " || ")
                    + CORPUS.get(random.nextInt(CORPUS.size())));
        }
        for (var source : sources) {
            var ast = ast(source);

            assertThat(measured(ast, actions(random)))
                    .as(source)
                    .isPositive()
                    .isLessThanOrEqualTo(Applies.COST.of(ast));
        }
    }

    private static CelAbstractSyntaxTree ast(String source) throws CelValidationException {
        return CEL.compile(source).getAst();
    }

    private static List<Map<String, Object>> actions(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> {
                    var action = new HashMap<String, Object>(Map.of("type", "treasury.transfer", "asset", "EUR"));
                    action.put("to", random.nextBoolean() ? "garden" : "boats");
                    action.put("amount", (long) random.nextInt(1_000));
                    if (random.nextBoolean()) {
                        action.put("memo", "a bridge ".repeat(random.nextInt(50)));
                    }
                    if (random.nextInt(4) == 0) {
                        action.put("type", "constitution.amend");
                        action.put("changes", List.of("/roles/clerk", "/name", "/policies/spend"));
                    }
                    return (Map<String, Object>) action;
                })
                .toList();
    }

    /** Counts what the runtime really evaluates, and the work that each part of it has with the values it gets. */
    private static long measured(CelAbstractSyntaxTree ast, List<Map<String, Object>> actions) {
        var steps = new long[1];
        var values = new HashMap<Long, Object>();
        try {
            CEL.createProgram(ast).trace(Map.of("actions", actions), (expr, value) -> {
                values.put(expr.id(), value);
                steps[0] += 1 + (expr.getKind() == Kind.CALL ? work(expr, values) : 0);
            });
        } catch (CelEvaluationException _) {
            // What it took until it failed counts as well.
        }
        return steps[0];
    }

    private static long work(CelExpr expr, Map<Long, Object> values) {
        var said = new ArrayList<>(expr.call().target().stream().toList());
        said.addAll(expr.call().args());
        var weights = said.stream()
                .map(part -> values.containsKey(part.id()) ? weight(values.get(part.id())) : 0)
                .toList();
        var sum = weights.stream().reduce(0L, Long::sum);
        return switch (expr.call().function()) {
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "startsWith", "endsWith" ->
                weights.stream().reduce(Long::min).orElse(0L);
            case "@in" -> values.get(said.getLast().id()) instanceof Map<?, ?> ? 1 : weights.getLast();
            case "size" -> length(values.getOrDefault(said.getFirst().id(), 0L));
            case "_+_" ->
                said.stream()
                        .mapToLong(part -> length(values.getOrDefault(part.id(), 0L)))
                        .sum();
            case "contains" -> weights.stream().reduce(1L, (a, b) -> a * b);
            case "matches" -> weights.getFirst() * weights.getLast();
            case "@total", "@totalTo" ->
                length(values.getOrDefault(said.getFirst().id(), 0L)) * 20;
            case "_&&_", "_||_", "_?_:_", "_[_]", "!_", "@not_strictly_false" -> 0;
            default -> sum;
        };
    }

    private static long length(Object value) {
        return switch (value) {
            case String text -> text.length();
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            default -> 1;
        };
    }

    private static long weight(Object value) {
        return switch (value) {
            case List<?> list ->
                list.size() + list.stream().mapToLong(CostTest::weight).sum();
            case Map<?, ?> map ->
                map.size() + map.values().stream().mapToLong(CostTest::weight).sum();
            default -> length(value);
        };
    }
}
