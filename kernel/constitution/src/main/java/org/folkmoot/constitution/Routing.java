// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which policy judges a proposal, so that no way of mixing or splitting actions reaches a weaker one.
 *
 * <p>The policy of a list of actions is the first whose condition holds. Asked is for every action alone, for what
 * belongs together (the actions of one kind, the transfers of one asset, and those to one account), and for the whole
 * list. Where all have the same policy, it judges. Where they differ, the strictest of them judges by the order that the
 * constitution states; without one the policy of the whole list judges if it is shown to be at least as strict as all
 * others. What has no answer, no policy or no order is refused.
 */
public final class Routing {
    private final List<Policy> policies;
    private final Ranking ranking;

    Routing(List<Policy> policies, Ranking ranking) {
        this.policies = policies;
        this.ranking = ranking;
    }

    /**
     * Says who judges a proposal with these actions.
     *
     * @param only the actions that one policy alone may judge, with that policy
     */
    public Route of(List<Map<String, Object>> actions, Map<Map<String, Object>, Policy> only) {
        var judges = new LinkedHashSet<Policy>();
        for (var part : parts(actions).entrySet()) {
            switch (alone(part.getKey(), only).orElseGet(() -> first(part.getKey(), part.getValue()))) {
                case Route.Judged judged -> judges.add(judged.policy());
                case Route.NoPolicy none -> {
                    return none;
                }
            }
        }
        // The whole list was asked first.
        var judge = strictest(judges.getFirst(), judges);
        return only.values().stream()
                .filter(policy -> judge instanceof Route.Judged(Policy strictest) && !strictest.equals(policy))
                .findFirst()
                .<Route>map(policy -> new Route.NoPolicy("Policy '" + policy.name()
                        + "' alone may judge one of these actions, and all together belong to another one;"
                        + " propose that action by itself."))
                .orElse(judge);
    }

    private static Optional<Route> alone(List<Map<String, Object>> part, Map<Map<String, Object>, Policy> only) {
        return part.size() == 1
                ? Optional.ofNullable(only.get(part.getFirst())).map(Route.Judged::new)
                : Optional.empty();
    }

    /** Says which policy is the first whose condition holds for all of these actions together. */
    public Route first(List<Map<String, Object>> actions, String what) {
        for (var policy : policies) {
            try {
                if (policy.applies().to(actions)) {
                    return new Route.Judged(policy);
                }
            } catch (ExpressionFailed e) {
                // A weaker policy must not get what this one perhaps should have judged.
                return new Route.NoPolicy("Policy '" + policy.name() + "' cannot be asked. " + e.getMessage());
            }
        }
        return new Route.NoPolicy("No policy applies to " + what + ".");
    }

    private Route strictest(Policy whole, Set<Policy> judges) {
        if (judges.size() == 1) {
            return new Route.Judged(whole);
        }
        if (!ranking.isStated()) {
            return judges.stream()
                    .filter(judge -> !ranking.atLeast(whole.name(), judge.name()))
                    .findFirst()
                    .map(judge -> refused(
                            whole, judge, "they cannot be compared; state an order of the policies under 'strictest'."))
                    .orElseGet(() -> new Route.Judged(whole));
        }
        for (var judge : judges) {
            if (!ranking.ranks(judge.name())) {
                var other =
                        judges.stream().filter(policy -> !policy.equals(judge)).findFirst();
                return refused(
                        other.orElse(whole),
                        judge,
                        "'" + judge.name() + "' is not in the order; state its place under 'strictest'.");
            }
        }
        Policy strictest = whole;
        for (var judge : judges) {
            strictest = ranking.atLeast(judge.name(), strictest.name()) ? judge : strictest;
        }
        return new Route.Judged(strictest);
    }

    private static Route refused(Policy one, Policy other, String why) {
        return new Route.NoPolicy(
                "The actions belong to the policies '" + one.name() + "' and '" + other.name() + "', and " + why);
    }

    /** What is asked for, each list once, the whole first. */
    private static Map<List<Map<String, Object>>, String> parts(List<Map<String, Object>> actions) {
        var parts = new LinkedHashMap<List<Map<String, Object>>, String>();
        parts.put(actions, "these actions");
        for (var i = 0; i < actions.size(); i++) {
            parts.putIfAbsent(List.of(actions.get(i)), "action " + (i + 1) + " alone");
        }
        for (var action : actions) {
            put(parts, actions, action, List.of("type"));
            if (action.containsKey("asset") && action.containsKey("to")) {
                put(parts, actions, action, List.of("type", "asset"));
                put(parts, actions, action, List.of("type", "asset", "to"));
                put(parts, actions, action, List.of("asset", "to"));
            }
        }
        return parts;
    }

    private static void put(
            Map<List<Map<String, Object>>, String> parts,
            List<Map<String, Object>> actions,
            Map<String, Object> like,
            List<String> names) {
        var alike = actions.stream()
                .filter(action -> names.stream()
                        .allMatch(name ->
                                Optional.ofNullable(action.get(name)).equals(Optional.ofNullable(like.get(name)))))
                .toList();
        var what = String.join(
                ", ", names.stream().map(name -> name + " " + like.get(name)).toList());
        parts.putIfAbsent(alike, "the actions with " + what + " together");
    }
}
