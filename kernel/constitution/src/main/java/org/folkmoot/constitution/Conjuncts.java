// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to hold for a condition to hold: the parts between its outermost "and"s, but {@code true}. Two of them are the same
 * when they are written the same, but for spaces, remarks and brackets that change nothing.
 */
final class Conjuncts {
    private static final String AND = "_&&_";
    private static final CelConstant TRUE = CelConstant.ofValue(true);

    private Conjuncts() {}

    static Set<Object> of(CelExpr condition) {
        var conjuncts = new HashSet<>();
        collect(condition, conjuncts);
        conjuncts.remove(TRUE);
        return conjuncts;
    }

    private static void collect(CelExpr condition, Set<Object> conjuncts) {
        if (condition.getKind() == Kind.CALL && condition.call().function().equals(AND)) {
            condition.call().args().forEach(part -> collect(part, conjuncts));
        } else {
            conjuncts.add(shape(condition));
        }
    }

    /** A node and those below it, without the numbers that tell equal ones apart: a value that equals whatever is written so. */
    private static Object shape(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> expr.constant();
            case IDENT -> List.of(Kind.IDENT, expr.ident().name());
            case SELECT -> {
                var select = expr.select();
                yield List.of(Kind.SELECT, shape(select.operand()), select.field(), select.testOnly());
            }
            case CALL -> {
                var call = expr.call();
                yield List.of(Kind.CALL, call.function(), call.target().map(Conjuncts::shape), shapes(call.args()));
            }
            case LIST ->
                List.of(Kind.LIST, shapes(expr.list().elements()), expr.list().optionalIndices());
            case MAP ->
                expr.map().entries().stream()
                        .map(entry ->
                                List.of(Kind.MAP, shape(entry.key()), shape(entry.value()), entry.optionalEntry()))
                        .toList();
            case COMPREHENSION -> loop(expr.comprehension());
            case STRUCT, NOT_SET -> throw new IllegalStateException("no condition has a " + expr.getKind());
        };
    }

    private static Object loop(CelComprehension loop) {
        return List.of(
                Kind.COMPREHENSION,
                loop.iterVar(),
                loop.iterVar2(),
                shape(loop.iterRange()),
                loop.accuVar(),
                shape(loop.accuInit()),
                shape(loop.loopCondition()),
                shape(loop.loopStep()),
                shape(loop.result()));
    }

    private static List<Object> shapes(Collection<CelExpr> exprs) {
        return exprs.stream().map(Conjuncts::shape).toList();
    }
}
