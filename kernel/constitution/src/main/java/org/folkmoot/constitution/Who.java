// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelVariableResolver;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;

/**
 * A condition over a member: who belongs to a body, who may propose.
 *
 * <p>It sees {@code member.id}, {@code member.since}, {@code member.roles}, {@code member.founder} and {@code roll.at},
 * the moment it is asked for. A founder is a member with the role {@value #FOUNDER}. {@code balance('SKR')} is what the
 * member owns of an asset, in minor units like {@code amount('1.00', 'SKR')}; a balance beyond the numbers of
 * expressions counts as the largest of them, which no amount exceeds.
 */
public final class Who {
    /** The role of those who founded the community. */
    public static final String FOUNDER = "founder";

    // A roll asks every member, so one member may not cost much.
    private static final int LOOP_STEPS = 250;
    private static final List<String> VARIABLES =
            List.of("member.id", "member.since", "member.roles", "member.founder", "roll.at");
    // No author can write a name that begins so; balance('SKR') becomes one.
    private static final String BALANCE = "@balance.";
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Cel WITHOUT_ASSETS = language(Map.of());
    private static final Cost.Size TEXT = Cost.Size.text(64);
    private static final Cost COST = new Cost(
            Map.of(
                    "member.id",
                    TEXT,
                    "member.roles",
                    Cost.Size.list(300, TEXT),
                    "member.since",
                    Cost.Size.ONE,
                    "member.founder",
                    Cost.Size.ONE,
                    "roll.at",
                    Cost.Size.ONE),
            Map.of(),
            200_000);

    /** The condition that every member satisfies. */
    public static final Who ANYBODY = compile("true");

    private final Expression expression;

    private Who(Expression expression) {
        this.expression = expression;
    }

    /** Makes the language of one constitution, which knows that constitution's assets. */
    static Cel language(Map<String, Asset> assets) {
        var language = CelFactory.legacyCelBuilder()
                .setOptions(Expression.limits(LOOP_STEPS))
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(Applies.amounts(assets), balances(assets))
                .addVar("member.id", SimpleType.STRING)
                .addVar("member.since", SimpleType.TIMESTAMP)
                .addVar("member.roles", ListType.create(SimpleType.STRING))
                .addVar("member.founder", SimpleType.BOOL)
                .addVar("roll.at", SimpleType.TIMESTAMP)
                .setResultType(SimpleType.BOOL);
        assets.keySet().forEach(code -> language.addVar(BALANCE + code, SimpleType.INT));
        return language.build();
    }

    @SuppressWarnings("Immutable") // the assets of a constitution never change
    private static CelMacro balances(Map<String, Asset> assets) {
        return CelMacro.newGlobalMacro("balance", 1, (make, _, said) -> Optional.of(balance(make, said, assets)));
    }

    private static CelExpr balance(CelMacroExprFactory make, List<CelExpr> said, Map<String, Asset> assets) {
        if (!said.stream().allMatch(Applies::isText)) {
            return make.reportError("balance() takes an asset in quotes, as in balance('EUR')");
        }
        var code = said.getFirst().constant().stringValue();
        return assets.containsKey(code)
                ? make.newIdentifier(BALANCE + code)
                : make.reportError(Applies.unknown(code, assets));
    }

    static Who compile(Cel language, String source) {
        return new Who(Expression.compile(language, source, VARIABLES, COST));
    }

    /** Compiles a condition of a community without assets. */
    static Who compile(String source) {
        return compile(WITHOUT_ASSETS, source);
    }

    /** The condition, for checks that look into it. */
    public Expression expression() {
        return expression;
    }

    /** The condition as it is written. */
    public String source() {
        return expression.source();
    }

    /** Tells whether whoever satisfies it provably satisfies the other one, as far as their texts show. */
    public boolean isWithin(Who other) {
        return expression.isWithin(other.expression);
    }

    /** What must be known of a member to ask it. */
    public List<Need> needs() {
        return expression
                .nodes()
                .map(CelNavigableExpr::expr)
                .filter(expr -> expr.getKind() == Kind.IDENT)
                .map(expr -> expr.ident().name())
                .filter(name -> name.startsWith(BALANCE))
                .<Need>map(name -> new Need.Balances(name.substring(BALANCE.length())))
                .distinct()
                .toList();
    }

    /** Tells whether the member satisfies the condition at that moment, or throws {@link ExpressionFailed}. */
    public boolean admits(Voter member, Instant at) {
        return expression.test(new Variables(member, at));
    }

    private record Variables(Voter member, Instant at) implements CelVariableResolver {
        @Override
        public Optional<Object> find(String name) {
            return switch (name) {
                case "member.id" -> Optional.of(member.member());
                case "member.since" -> Optional.of(member.since());
                case "member.roles" -> Optional.of(member.roles());
                case "member.founder" -> Optional.of(member.roles().contains(FOUNDER));
                case "roll.at" -> Optional.of(at);
                default ->
                    name.startsWith(BALANCE)
                            ? Optional.of(balance(name.substring(BALANCE.length())))
                            : Optional.empty();
            };
        }

        private long balance(String asset) {
            return member.balance(asset).min(LARGEST).max(LARGEST.negate()).longValueExact();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Who who && who.expression.equals(expression);
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
