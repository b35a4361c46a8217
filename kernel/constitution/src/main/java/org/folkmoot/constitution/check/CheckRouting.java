// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Route;
import org.folkmoot.constitution.Routing;

/** Sends sample proposals through the policies, and says which find no judge. */
final class CheckRouting {
    private static final String HASH = "0".repeat(64);

    private static final String MIXED = "mixed actions";

    private final Constitution constitution;
    private final Routing routing;
    private final Complaints complaints;

    CheckRouting(Constitution constitution, Complaints complaints) {
        this.constitution = constitution;
        routing = constitution.routing();
        this.complaints = complaints;
    }

    void all() {
        var samples = samples();
        samples.forEach(this::conditions);
        unreached();
        if (constitution.route(List.of(amend())) instanceof Route.NoPolicy) {
            complaints.warning("no-amendment", "/policies", "No policy can ever amend this constitution.");
        }
        mixed(samples);
        var without = samples.entrySet().stream()
                .filter(sample -> routing.first(sample.getValue(), "") instanceof Route.NoPolicy)
                .map(Map.Entry::getKey)
                .toList();
        if (!without.isEmpty()) {
            complaints.warning(
                    "no-catch-all",
                    "/policies",
                    "No policy judges " + String.join(", nor ", without) + "; such proposals cannot be made.");
        }
    }

    // Each of them has its judge, and yet nobody can propose them together.
    private void mixed(Map<String, List<Map<String, Object>>> samples) {
        var judged = samples.values().stream().noneMatch(sample -> routing.first(sample, "") instanceof Route.NoPolicy);
        if (judged
                && constitution.route(samples.getOrDefault(MIXED, List.of())) instanceof Route.NoPolicy(String why)) {
            complaints.warning("no-order", "/policies", "Mixed actions cannot be proposed. " + why);
        }
    }

    // A condition that fails ends the search, so a later policy that was meant for the case is never asked.
    private void conditions(String what, List<Map<String, Object>> actions) {
        for (var i = 0; i < constitution.policies().size(); i++) {
            try {
                if (constitution.policies().get(i).applies().to(actions)) {
                    return;
                }
            } catch (ExpressionFailed e) {
                complaints.error(
                        "applies-fails",
                        Pointer.child("/policies", i) + "/applies",
                        "For " + what + ": " + e.getMessage());
                return;
            }
        }
    }

    private void unreached() {
        var policies = constitution.policies();
        for (var i = 0; i < policies.size(); i++) {
            var applies = policies.get(i).applies();
            var path = Pointer.child("/policies", i);
            if (!applies.expression().isConstant()) {
                continue;
            }
            if (!applies.to(List.of())) {
                complaints.warning("never-applies", path + "/applies", "This policy judges nothing.");
            } else if (i + 1 < policies.size()) {
                complaints.warning(
                        "shadowed",
                        Pointer.child("/policies", i + 1),
                        "Policy '" + policies.get(i).name()
                                + "' judges everything, so this one and those below judge nothing.");
                return;
            }
        }
    }

    private Map<String, List<Map<String, Object>>> samples() {
        var samples = new LinkedHashMap<String, List<Map<String, Object>>>();
        constitution
                .assets()
                .keySet()
                .forEach(asset -> samples.put("a transfer of " + asset, List.of(transfer(asset))));
        samples.put("an amendment", List.of(amend()));
        samples.put("a new member", List.of(Map.of("type", Action.AddMember.TYPE, "key", "did:key:z")));
        samples.put("a removal", List.of(Map.of("type", Action.RemoveMember.TYPE, "member", HASH)));
        samples.put("a reinstatement", List.of(Map.of("type", Action.ReinstateMember.TYPE, "member", HASH)));
        constitution.roles().keySet().forEach(role -> {
            samples.put(
                    "a grant of " + role, List.of(Map.of("type", Action.GrantRole.TYPE, "member", HASH, "role", role)));
            samples.put(
                    "the loss of " + role,
                    List.of(Map.of("type", Action.RevokeRole.TYPE, "member", HASH, "role", role)));
        });
        samples.put("a proposal without actions", List.of());
        var mixed = new ArrayList<Map<String, Object>>();
        samples.values().forEach(mixed::addAll);
        samples.put(MIXED, List.copyOf(mixed));
        return samples;
    }

    private static Map<String, Object> transfer(String asset) {
        return Map.of(
                "type",
                Action.Transfer.TYPE,
                "from",
                Account.TREASURY,
                "to",
                Account.MEMBER + HASH,
                "asset",
                asset,
                "amount",
                1L);
    }

    private static Map<String, Object> amend() {
        return amend(List.of("/text"));
    }

    /** What a condition sees of an amendment of some clauses. */
    static Map<String, Object> amend(List<String> clauses) {
        return Map.of("type", Action.Amend.TYPE, "base", HASH, "constitution", HASH, "changes", clauses);
    }
}
