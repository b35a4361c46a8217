// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A condition in CEL, compiled once.
 *
 * <p>Its cost is bounded before it is ever run: a limited length, a limited number of nodes, loops at most two deep, no
 * floating point, and a {@link Cost} within a budget. While it runs, its loops take a limited number of steps. What goes wrong while it runs is an
 * {@link ExpressionFailed}: it never counts as a yes or as a no.
 */
public final class Expression {
    static final int MAX_LENGTH = 2_000;
    static final int MAX_NODES = 500;
    static final int MAX_LOOPS = 2;

    private static final Set<String> INEXACT = Set.of("double");

    private final String source;
    private final CelNavigableAst ast;
    private final CelRuntime.Program program;

    private Expression(String source, CelAbstractSyntaxTree ast, CelRuntime.Program program) {
        this.source = source;
        this.ast = CelNavigableAst.fromAst(ast);
        this.program = program;
    }

    /** The limits under which an environment compiles and runs expressions. */
    static CelOptions limits(int loopSteps) {
        return CelOptions.current()
                .maxExpressionCodePointSize(MAX_LENGTH)
                .maxParseExpressionNodeCount(MAX_NODES)
                .maxParseRecursionDepth(50)
                .comprehensionMaxIterations(loopSteps)
                .maxRegexProgramSize(500)
                .build();
    }

    static Expression compile(Cel cel, String source, Collection<String> variables, Cost cost) {
        var length = source.codePointCount(0, source.length());
        if (length > MAX_LENGTH) {
            throw new ExpressionRefused(
                    List.of("The expression has " + length + " characters; at most " + MAX_LENGTH + " are read."));
        }
        try {
            var ast = cel.compile(source).getAst();
            var expression = new Expression(source, ast, cel.createProgram(ast));
            expression.checkForm();
            cost.check(ast);
            return expression;
        } catch (CelValidationException e) {
            var words = new ExpressionWords(source, variables);
            throw new ExpressionRefused(
                    e.getErrors().stream().map(words::refusal).distinct().toList());
        } catch (CelEvaluationException e) {
            throw new ExpressionRefused(List.of(ExpressionWords.failure(e)));
        }
    }

    /** The condition as it is written. */
    public String source() {
        return source;
    }

    /** Every node of the expression, for checks that look into it. */
    public Stream<CelNavigableExpr> nodes() {
        return ast.getRoot().allNodes();
    }

    /** Tells whether it mentions no variable: then it has one answer, whoever asks. */
    public boolean isConstant() {
        return nodes().noneMatch(node -> node.getKind() == Kind.IDENT);
    }

    /**
     * Tells whether whoever satisfies it provably satisfies the other one: it asks for the same, or for the same and more. It
     * looks at how both are written, so a no says only that it cannot be seen.
     */
    boolean isWithin(Expression other) {
        return Conjuncts.of(ast.getRoot().expr())
                .containsAll(Conjuncts.of(other.ast.getRoot().expr()));
    }

    boolean test(CelVariableResolver variables) {
        try {
            if (program.eval(variables) instanceof Boolean truth) {
                return truth;
            }
        } catch (CelEvaluationException e) {
            throw new ExpressionFailed(source, ExpressionWords.failure(e));
        }
        throw new ExpressionFailed(source, "it is neither true nor false.");
    }

    private void checkForm() {
        if (nodes().count() > MAX_NODES) {
            throw new ExpressionRefused(List.of("The expression has more than " + MAX_NODES + " parts."));
        }
        if (nodes().anyMatch(node -> loops(node) > MAX_LOOPS)) {
            throw new ExpressionRefused(List.of("Loops are nested more than " + MAX_LOOPS + " deep."));
        }
        if (nodes().anyMatch(node -> asksForZone(node.expr()))) {
            throw new ExpressionRefused(
                    List.of("Times are in UTC: the tables of time zones differ from machine to machine."));
        }
        if (nodes().anyMatch(node -> isInexact(node.expr()))) {
            throw new ExpressionRefused(
                    List.of("Numbers with a point are not exact; an amount is written amount('100.00', 'EUR')."));
        }
    }

    private static int loops(CelNavigableExpr node) {
        var around = node.<CelNavigableExpr>parent().map(Expression::loops).orElse(0);
        return around + (node.getKind() == Kind.COMPREHENSION ? 1 : 0);
    }

    private static boolean asksForZone(CelExpr expr) {
        return expr.getKind() == Kind.CALL
                && expr.call().function().startsWith("get")
                && !expr.call().args().isEmpty();
    }

    private static boolean isInexact(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE;
            case CALL -> INEXACT.contains(expr.call().function());
            default -> false;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && expression.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
