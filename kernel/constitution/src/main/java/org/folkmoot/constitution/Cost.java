// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says how many steps an expression takes at most, before it is ever run, from bounds on what it sees.
 *
 * <p>Every part of an expression takes one step, its own parts, and the work of this table. The length of a text is its
 * characters, of a list its elements; the weight of a text is its length, of a list its length and the weights of all its
 * elements, of everything else 1. Of two branches both count. Sums and products stop at 2^63−1.
 *
 * <table>
 *   <caption>The work of a part</caption>
 *   <tr><th>part</th><th>work</th><th>size of what comes of it</th></tr>
 *   <tr><td>constant</td><td>0</td><td>its length</td></tr>
 *   <tr><td>variable, {@code a.field}, {@code m[key]}</td><td>0</td><td>its bound</td></tr>
 *   <tr><td>{@code [a, b]}</td><td>0</td><td>the number of parts, the largest part</td></tr>
 *   <tr><td>{@code ==  !=  <  <=  >  >=}, {@code startsWith}, {@code endsWith}</td><td>the smaller weight</td><td>1</td></tr>
 *   <tr><td>{@code x in list}, {@code name in map}</td><td>the weight of the list, 1</td><td>1</td></tr>
 *   <tr><td>{@code size}</td><td>the length</td><td>1</td></tr>
 *   <tr><td>{@code +} of texts or lists</td><td>the sum of the lengths</td><td>that sum</td></tr>
 *   <tr><td>{@code contains}</td><td>the product of the weights</td><td>1</td></tr>
 *   <tr><td>{@code matches}</td><td>(text + 1) × program + program, where the program of a pattern is 2 × length + 16 if it
 *       is constant and counts nothing with braces, else the largest that is run, 500</td><td>1</td></tr>
 *   <tr><td>{@code total}, {@code totalTo}</td><td>64 for each action</td><td>1</td></tr>
 *   <tr><td>{@code string}</td><td>the weight</td><td>64 or the length</td></tr>
 *   <tr><td>other functions</td><td>the sum of the weights</td><td>1, or the largest size of a part</td></tr>
 *   <tr><td>a loop</td><td>for each element of the range, 1, the condition and the step</td><td>what it gathers</td></tr>
 * </table>
 */
record Cost(Map<String, Cost.Size> variables, Map<String, Cost.Size> fields, long budget) {
    private static final long PROGRAM = 500;
    private static final Set<CelKind> PLAIN =
            Set.of(CelKind.BOOL, CelKind.INT, CelKind.UINT, CelKind.TIMESTAMP, CelKind.DURATION, CelKind.NULL_TYPE);

    /** How large something is at most; a list says how large its elements are. */
    record Size(long length, Optional<Size> inside) {
        static final Size ONE = text(1);

        static Size text(long length) {
            return new Size(length, Optional.empty());
        }

        static Size list(long length, Size inside) {
            return new Size(length, Optional.of(inside));
        }

        long weight() {
            return inside.map(element -> plus(length, times(length, element.weight())))
                    .orElse(length);
        }

        Size or(Size other) {
            var larger = inside.isPresent() && other.inside.isPresent()
                    ? Optional.of(inside.get().or(other.inside.get()))
                    : inside.or(() -> other.inside);
            return new Size(Math.max(length, other.length), larger);
        }
    }

    /** Refuses an expression that could take too many steps. */
    void check(CelAbstractSyntaxTree ast) {
        var steps = of(ast);
        if (steps > budget) {
            throw new ExpressionRefused(List.of("The expression could take " + steps + " steps; at most " + budget
                    + " are allowed, whatever it is asked about."));
        }
    }

    /** The most steps that an expression takes. */
    long of(CelAbstractSyntaxTree ast) {
        return new Estimate(ast, new HashMap<>(variables)).of(ast.getExpr()).steps();
    }

    /** The steps of {@code matches}. */
    static long matching(long text, Optional<String> pattern) {
        var program = pattern.filter(written -> written.indexOf('{') < 0)
                .map(written -> Math.min(PROGRAM, 2L * written.length() + 16))
                .orElse(PROGRAM);
        return plus(times(plus(text, 1), program), program);
    }

    static long plus(long one, long other) {
        var sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long times(long one, long other) {
        return Math.multiplyHigh(one, other) != 0 || one * other < 0 ? Long.MAX_VALUE : one * other;
    }

    private record Part(long steps, Size size) {}

    private final class Estimate {
        private final CelAbstractSyntaxTree ast;
        private final Map<String, Size> known;

        Estimate(CelAbstractSyntaxTree ast, Map<String, Size> known) {
            this.ast = ast;
            this.known = known;
        }

        Part of(CelExpr expr) {
            return switch (expr.getKind()) {
                case CONSTANT -> new Part(1, constant(expr.constant()));
                case IDENT -> new Part(1, known.getOrDefault(expr.ident().name(), anything()));
                case SELECT -> select(expr);
                case CALL -> call(expr, expr.call());
                case LIST -> parts(expr.list().elements());
                case MAP ->
                    parts(expr.map().entries().stream()
                            .<CelExpr>mapMulti((entry, next) -> {
                                next.accept(entry.key());
                                next.accept(entry.value());
                            })
                            .toList());
                case COMPREHENSION -> loop(expr.comprehension());
                case STRUCT, NOT_SET -> new Part(Long.MAX_VALUE, Size.ONE);
            };
        }

        private Part select(CelExpr expr) {
            var named = qualified(expr).flatMap(name -> Optional.ofNullable(known.get(name)));
            if (named.isPresent()) {
                return new Part(2, named.get());
            }
            var operand = of(expr.select().operand());
            return new Part(plus(1, operand.steps()), field(expr.select().field()));
        }

        private Part parts(List<CelExpr> elements) {
            var steps = 1L;
            var largest = Size.ONE;
            for (var element : elements) {
                var part = of(element);
                steps = plus(steps, part.steps());
                largest = largest.or(part.size());
            }
            return new Part(steps, Size.list(elements.size(), largest));
        }

        private Part call(CelExpr expr, CelCall call) {
            var said = new ArrayList<>(call.target().stream().toList());
            said.addAll(call.args());
            var parts = said.stream().map(this::of).toList();
            var sizes = parts.stream().map(Part::size).toList();
            var steps = parts.stream().map(Part::steps).reduce(1L, Cost::plus);
            return new Part(plus(steps, work(call.function(), said, sizes)), size(expr, call.function(), said, sizes));
        }

        private long work(String function, List<CelExpr> said, List<Size> sizes) {
            var weights = sizes.stream().map(Size::weight).toList();
            return switch (function) {
                case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "startsWith", "endsWith" ->
                    weights.stream().reduce(Long::min).orElse(0L);
                case "@in" -> isMap(said.getLast()) ? 1 : weights.getLast();
                case "size" -> sizes.getFirst().length();
                case "_+_" -> sizes.stream().map(Size::length).reduce(0L, Cost::plus);
                case "contains" -> weights.stream().reduce(1L, Cost::times);
                case "matches" -> matching(weights.getFirst(), text(said.getLast()));
                case Totals.TOTAL, Totals.TOTAL_TO -> times(64, sizes.getFirst().length());
                case "_&&_", "_||_", "!_", "_?_:_", "_[_]", "@not_strictly_false", "__not_strictly_false__" -> 0;
                default -> weights.stream().reduce(0L, Cost::plus);
            };
        }

        private Size size(CelExpr expr, String function, List<CelExpr> said, List<Size> sizes) {
            if (ast.getType(expr.id())
                    .filter(type -> PLAIN.contains(type.kind()))
                    .isPresent()) {
                return Size.ONE;
            }
            var largest = sizes.stream().reduce(Size.ONE, Size::or);
            return switch (function) {
                case "_+_" -> new Size(sizes.stream().map(Size::length).reduce(0L, Cost::plus), largest.inside());
                case "_[_]" ->
                    sizes.getFirst()
                            .inside()
                            .orElseGet(
                                    () -> text(said.getLast()).map(this::field).orElseGet(Cost.this::anything));
                case "_?_:_" -> sizes.get(1).or(sizes.get(2));
                case "string" -> Size.text(Math.max(64, largest.length()));
                default -> largest;
            };
        }

        // A loop gathers a truth, a number, or a list to which each step adds.
        private Part loop(CelComprehension loop) {
            var range = of(loop.iterRange());
            var start = of(loop.accuInit());
            var inner = new HashMap<>(known);
            inner.put(loop.iterVar(), range.size().inside().orElseGet(Cost.this::anything));
            inner.put(loop.iterVar2(), anything());
            inner.put(loop.accuVar(), start.size());
            var count = range.size().length();
            if (start.size().inside().isPresent()) {
                var once = new Estimate(ast, inner).of(loop.loopStep()).size();
                inner.put(loop.accuVar(), new Size(times(count, once.length()), once.inside()));
            }
            var estimate = new Estimate(ast, inner);
            var step = estimate.of(loop.loopStep());
            var turn = plus(plus(1, estimate.of(loop.loopCondition()).steps()), step.steps());
            var result = estimate.of(loop.result());
            var around = plus(plus(1, range.steps()), plus(start.steps(), result.steps()));
            return new Part(plus(around, times(count, turn)), result.size());
        }

        private boolean isMap(CelExpr expr) {
            return ast.getType(expr.id())
                    .filter(type -> type.kind() == CelKind.MAP)
                    .isPresent();
        }

        private Size field(String name) {
            return fields.getOrDefault(name, anything());
        }
    }

    /** What has no bound of its own is as large as the largest that has. */
    private Size anything() {
        return fields.values().stream().reduce(Size.text(64), Size::or);
    }

    private static Size constant(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.STRING_VALUE
                ? Size.text(Math.max(1, constant.stringValue().length()))
                : constant.getKind() == CelConstant.Kind.BYTES_VALUE
                        ? Size.text(Math.max(1, constant.bytesValue().size()))
                        : Size.ONE;
    }

    private static Optional<String> text(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }

    private static Optional<String> qualified(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> Optional.of(expr.ident().name());
            case SELECT ->
                qualified(expr.select().operand())
                        .map(name -> name + "." + expr.select().field());
            default -> Optional.empty();
        };
    }
}
