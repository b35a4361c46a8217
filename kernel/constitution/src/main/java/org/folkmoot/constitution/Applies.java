// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition over the actions of a proposal: whether a policy judges it.
 *
 * <p>It sees {@code actions}, a list of maps. Amounts are whole minor units; {@code amount('100.00', 'EUR')} writes one
 * as people do and is worked out once, when the constitution is read. {@link Totals} are sums over the proposal.
 */
public final class Applies {
    // A proposal is routed rarely, so it may cost more than a member of a roll.
    private static final int LOOP_STEPS = 10_000;
    private static final List<String> VARIABLES = List.of("actions");
    // No fact is a longer text, and no amendment touches more clauses.
    private static final Cost.Size FACT = Cost.Size.text(1_000);
    private static final Cost.Size CHANGES = Cost.Size.list(2_000, Cost.Size.text(200));
    private static final int FACTS = ActionFacts.NAMES.size();

    /** What a condition over actions may cost. */
    static final Cost COST = new Cost(
            Map.of("actions", Cost.Size.list(ActionReader.MAX_ACTIONS, Cost.Size.list(FACTS, CHANGES.or(FACT)))),
            ActionFacts.NAMES.stream().collect(Collectors.toMap(name -> name, name -> switch (name) {
                case "changes" -> CHANGES;
                case "amount" -> Cost.Size.ONE;
                default -> FACT;
            })),
            10_000_000);

    private final Expression expression;

    private Applies(Expression expression) {
        this.expression = expression;
    }

    /** Makes the language of one constitution, which knows the scale of that constitution's assets. */
    static Cel language(Map<String, Asset> assets) {
        var language = CelFactory.legacyCelBuilder()
                .setOptions(Expression.limits(LOOP_STEPS))
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(amounts(assets))
                .addVar("actions", Totals.ACTIONS)
                .setResultType(SimpleType.BOOL);
        Totals.addTo(language, assets);
        return language.build();
    }

    /** Writes {@code amount('100.00', 'EUR')} as whole minor units. */
    @SuppressWarnings("Immutable") // the assets of a constitution never change
    static CelMacro amounts(Map<String, Asset> assets) {
        return CelMacro.newGlobalMacro("amount", 2, (make, _, said) -> Optional.of(amount(make, said, assets)));
    }

    static Applies compile(Cel language, String source) {
        return new Applies(Expression.compile(language, source, VARIABLES, COST));
    }

    /** The condition, for checks that look into it. */
    public Expression expression() {
        return expression;
    }

    /** The condition as it is written. */
    public String source() {
        return expression.source();
    }

    /** Tells whether the condition holds for these actions, or throws {@link ExpressionFailed}. */
    public boolean to(List<Map<String, Object>> actions) {
        return expression.test(name -> name.equals("actions") ? Optional.of(actions) : Optional.empty());
    }

    private static CelExpr amount(CelMacroExprFactory make, List<CelExpr> said, Map<String, Asset> assets) {
        if (!said.stream().allMatch(Applies::isText)) {
            return make.reportError("amount() takes an amount and an asset in quotes, as in amount('100.00', 'EUR')");
        }
        var code = said.get(1).constant().stringValue();
        var asset = assets.get(code);
        if (asset == null) {
            return make.reportError(unknown(code, assets));
        }
        var minor = asset.minor(said.get(0).constant().stringValue());
        if (minor.isEmpty() || minor.get().bitLength() > 63) {
            return make.reportError("'" + said.get(0).constant().stringValue() + "' is not an amount of " + code
                    + ", such as " + asset.decimal(Asset.EXAMPLE));
        }
        return make.newIntLiteral(minor.get().longValueExact());
    }

    static String unknown(String code, Map<String, Asset> assets) {
        var near = Nearest.to(code, assets.keySet());
        return "there is no asset '" + code + "'" + (near.isEmpty() ? "" : "; did you mean '" + near + "'?");
    }

    static boolean isText(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Applies applies && applies.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return source();
    }
}
