// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelVariableResolver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Voter;

/**
 * A condition over a member: who belongs to a body, who may propose.
 *
 * <p>It sees {@code member.id}, {@code member.since}, {@code member.roles}, {@code member.founder} and {@code roll.at},
 * the moment it is asked for. A founder is a member with the role {@value #FOUNDER}.
 */
public final class Who {
    /** The role of those who founded the community. */
    public static final String FOUNDER = "founder";

    // A roll asks every member, so one member may not cost much.
    private static final int LOOP_STEPS = 250;
    private static final List<String> VARIABLES =
            List.of("member.id", "member.since", "member.roles", "member.founder", "roll.at");
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
    private static final Cel CEL = CelFactory.legacyCelBuilder()
            .setOptions(Expression.limits(LOOP_STEPS))
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("member.id", SimpleType.STRING)
            .addVar("member.since", SimpleType.TIMESTAMP)
            .addVar("member.roles", ListType.create(SimpleType.STRING))
            .addVar("member.founder", SimpleType.BOOL)
            .addVar("roll.at", SimpleType.TIMESTAMP)
            .setResultType(SimpleType.BOOL)
            .build();

    private final Expression expression;

    private Who(Expression expression) {
        this.expression = expression;
    }

    static Who compile(String source) {
        return new Who(Expression.compile(CEL, source, VARIABLES, COST));
    }

    Expression expression() {
        return expression;
    }

    /** The condition as it is written. */
    public String source() {
        return expression.source();
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
                default -> Optional.empty();
            };
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
