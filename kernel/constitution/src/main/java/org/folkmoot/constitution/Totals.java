// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sums that a condition over actions can ask for, so that a limit holds however a spend is split.
 *
 * <p>{@code total('EUR')} is what all actions of the proposal move, issue, burn or set aside of the asset together, {@code totalTo('EUR',
 * account)} what of it is for one account, in whole minor units. A sum beyond 2^63−1 has no answer.
 */
public final class Totals {
    /** The function behind {@code total}; nobody can write its name. */
    static final String TOTAL = "@total";
    /** The function behind {@code totalTo}. */
    /** The function that sums up what goes to one account. */
    public static final String TOTAL_TO = "@totalTo";

    /** The actions that are a flow themselves; what is settled or freed was one when it was set aside. */
    private static final Set<String> FLOWS = Set.of(
            Action.Transfer.TYPE,
            Action.Treasury.GATHER,
            Action.Treasury.ISSUE,
            Action.Treasury.BURN,
            Action.Treasury.HOLD,
            Action.Treasury.STREAM,
            Action.Treasury.GRANT,
            Action.Treasury.BOUNTY,
            Action.Treasury.PAYOUT);

    static final ListType ACTIONS = ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));

    private Totals() {}

    @SuppressWarnings("Immutable") // the assets of a constitution never change
    static void addTo(CelBuilder language, Map<String, Asset> assets) {
        language.addMacros(
                        CelMacro.newGlobalMacro(
                                "total", 1, (make, _, said) -> Optional.of(call(TOTAL, make, said, assets))),
                        CelMacro.newGlobalMacro(
                                "totalTo", 2, (make, _, said) -> Optional.of(call(TOTAL_TO, make, said, assets))))
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                TOTAL,
                                CelOverloadDecl.newGlobalOverload(
                                        "total_asset", SimpleType.INT, ACTIONS, SimpleType.STRING)),
                        CelFunctionDecl.newFunctionDeclaration(
                                TOTAL_TO,
                                CelOverloadDecl.newGlobalOverload(
                                        "total_asset_to",
                                        SimpleType.INT,
                                        ACTIONS,
                                        SimpleType.STRING,
                                        SimpleType.STRING)))
                .addFunctionBindings(
                        CelFunctionBinding.from(
                                "total_asset",
                                List.class,
                                String.class,
                                (actions, asset) -> sum(actions, asset, Optional.empty())),
                        CelFunctionBinding.from(
                                "total_asset_to",
                                List.of(List.class, String.class, String.class),
                                said -> sum((List<?>) said[0], (String) said[1], Optional.of((String) said[2]))));
    }

    // A loop could hide the proposal's actions behind a variable of the same name; the name would still be a list.
    private static CelExpr call(
            String function, CelMacroExprFactory make, List<CelExpr> said, Map<String, Asset> assets) {
        var asset = said.getFirst();
        if (asset.getKind() == Kind.CONSTANT
                && asset.constant().getKind() == CelConstant.Kind.STRING_VALUE
                && !assets.containsKey(asset.constant().stringValue())) {
            var code = asset.constant().stringValue();
            var near = Nearest.to(code, assets.keySet());
            return make.reportError(
                    "there is no asset '" + code + "'" + (near.isEmpty() ? "" : "; did you mean '" + near + "'?"));
        }
        var actions = make.newIdentifier("actions");
        return said.size() == 1
                ? make.newGlobalCall(function, actions, asset)
                : make.newGlobalCall(function, actions, asset, said.get(1));
    }

    /**
     * What all actions take out of an account; of what is gathered, the most that may come out of it. {@link
     * IllegalArgumentException} if nobody knows.
     */
    static BigInteger from(List<Map<String, Object>> actions, String account, String asset) {
        return actions.stream()
                .flatMap(action -> action.get("sources") instanceof List<?> sources
                        ? sources.stream().map(source -> source(source, action))
                        : flows(action, Optional.empty()))
                .filter(flow -> asset.equals(flow.get("asset")) && account.equals(flow.get("from")))
                .map(Totals::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Map<?, ?> source(Object source, Map<String, Object> whole) {
        var flow = new HashMap<Object, Object>(whole);
        if (source instanceof Map<?, ?> said) {
            flow.put("from", said.get("from"));
            if (said.get("max") instanceof Long most && whole.get("amount") instanceof Long amount) {
                flow.put("amount", Math.min(most, amount));
            }
        }
        return flow;
    }

    private static long sum(List<?> actions, String asset, Optional<String> account) {
        return actions.stream()
                .flatMap(action -> action instanceof Map<?, ?> facts ? flows(facts, account) : Stream.empty())
                .filter(flow -> asset.equals(flow.get("asset"))
                        && account.map(to -> to.equals(flow.get("to"))).orElse(true))
                .map(Totals::amount)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact();
    }

    /**
     * What an action moves, issues or sets aside. What a reversal moves nobody knows here, so no sum has an answer; what an
     * award gives was set aside before, so only what comes to the one who gets it is not known.
     */
    private static Stream<Map<?, ?>> flows(Map<?, ?> action, Optional<String> account) {
        var type = String.valueOf(action.get("type"));
        if (type.equals(Action.Treasury.REVERSE)) {
            throw new IllegalArgumentException("what a reversal moves is not known");
        }
        if (type.equals(Action.Treasury.TRANSACTION) && action.get("legs") instanceof List<?> legs) {
            return legs.stream().flatMap(leg -> leg instanceof Map<?, ?> flow ? Stream.of(flow) : Stream.empty());
        }
        if (type.equals(Action.Treasury.AWARD)
                && account.isPresent()
                && account.get().equals(action.get("to"))) {
            throw new IllegalArgumentException("what an award gives is not known");
        }
        if (type.equals(Action.Treasury.SPLIT) && action.get("parts") instanceof List<?> parts) {
            return parts.stream()
                    .flatMap(part -> part instanceof Map<?, ?> flow ? Stream.of(of(flow, action)) : Stream.empty());
        }
        if (type.equals(Action.Treasury.OPEN) && action.get("balances") instanceof List<?> balances) {
            return balances.stream()
                    .flatMap(part -> part instanceof Map<?, ?> flow ? Stream.of(of(flow, action)) : Stream.empty());
        }
        if (type.equals(Action.Treasury.IMPORT) && action.get("sums") instanceof List<?> sums) {
            if (account.isPresent())
                throw new IllegalArgumentException("what a file brings to an account is not known");
            return sums.stream().flatMap(sum -> sum instanceof Map<?, ?> flow ? Stream.of(flow) : Stream.empty());
        }
        return FLOWS.contains(type) ? Stream.of(action) : Stream.empty();
    }

    /** A part of an amount that is split is of the whole's asset, and comes from where that does. */
    private static Map<?, ?> of(Map<?, ?> part, Map<?, ?> whole) {
        var flow = new HashMap<Object, Object>(part);
        flow.put("asset", whole.get("asset"));
        if (whole.get("from") instanceof String from) {
            flow.put("from", from);
        }
        return flow;
    }

    // A transfer without an amount is none that was read; it fails rather than counting as nothing.
    private static BigInteger amount(Map<?, ?> transfer) {
        if (transfer.get("amount") instanceof Long amount) {
            return BigInteger.valueOf(amount);
        }
        throw new IllegalArgumentException("a transfer without an amount");
    }
}
