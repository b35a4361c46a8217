// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.constitution.Clauses;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Dependence;
import org.folkmoot.constitution.Patch;
import org.folkmoot.constitution.PatchRefused;
import org.folkmoot.record.Json;

/** Random constitutions of three policies and two bodies, and what can be changed about them in one amendment. */
final class SmallRules {
    private static final List<String> APPLIES = List.of(
            "true",
            "actions.all(a, a.type == 'constitution.amend')",
            "actions.all(a, a.type == 'constitution.amend' && a.changes.all(c, c.startsWith('/bodies')))",
            "actions.all(a, a.type == 'constitution.amend' && a.changes.all(c, c.startsWith('/policies')))",
            "actions.all(a, a.type != 'constitution.amend')");
    private static final List<String> FRACTIONS = List.of("1/4", "1/2", "3/4");
    private static final List<String> BODIES = List.of("all", "few");
    private static final List<String> WHO = List.of("true", "member.founder", "'clerk' in member.roles");
    private static final List<String> CLAUSES = List.of(
            "/name",
            "/policies/a",
            "/policies/b",
            "/policies/c",
            "/bodies/all",
            "/bodies/few",
            "/strictest",
            "/protected");

    private SmallRules() {}

    static Constitution random(Random random) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("folkmoot", 1);
        tree.put("name", "Small");
        tree.put("admission", Map.of("model", "registrar", "of", "founders"));
        tree.put("roles", Map.of("clerk", Map.of()));
        tree.put(
                "bodies",
                new LinkedHashMap<>(Map.of("all", body("true"), "few", body(WHO.get(1 + random.nextInt(2))))));
        var names = new ArrayList<>(List.of("a", "b", "c"));
        Collections.shuffle(names, random);
        var policies = new LinkedHashMap<String, Object>();
        names.forEach(name -> policies.put(name, policy(name, random)));
        tree.put("policies", policies);
        var entries = new ArrayList<Object>();
        var clauses = new ArrayList<>(CLAUSES);
        Collections.shuffle(clauses, random);
        for (var clause : clauses.subList(0, 1 + random.nextInt(3))) {
            entries.add(Map.of("clause", clause, "by", names.get(random.nextInt(3))));
        }
        tree.put("protected", entries);
        return Constitution.of(Clauses.document(tree));
    }

    /** Every small change, and some that change two things at once. */
    static List<Json.Obj> changes(Json.Obj document, Random random) {
        var singles = new ArrayList<>(singles(document));
        var found = new ArrayList<>(singles);
        for (var n = 0; n < 8; n++) {
            var first = singles.get(random.nextInt(singles.size()));
            var seconds = singles(first);
            found.add(seconds.get(random.nextInt(seconds.size())));
        }
        Collections.shuffle(found, random);
        return found;
    }

    private static List<Json.Obj> singles(Json.Obj document) {
        var found = new ArrayList<Json.Obj>();
        var names = Dependence.in(document).policies();
        for (var name : names) {
            var at = "/policies/" + name;
            FRACTIONS.forEach(value -> set(found, document, at + "/approval/atLeast", value));
            BODIES.forEach(value -> set(found, document, at + "/body", value));
            set(found, document, at + "/applies", "true");
            set(found, document, at + "/entrenched", true);
            set(found, document, at + "/entrenched", false);
            step(found, document, new Patch.Step.Move(steps(at), java.util.Optional.of(names.getFirst())));
            if (names.size() > 1) {
                step(found, document, new Patch.Step.Remove(steps(at)));
            }
        }
        var weak = new LinkedHashMap<>(policy("d", new Random(1)));
        weak.put("applies", "true");
        weak.put("approval", Map.of("count", "for", "of", "roll", "atLeast", "1/4"));
        step(
                found,
                document,
                new Patch.Step.Add(steps("/policies/d"), Json.object(weak), java.util.Optional.of(names.getFirst())));
        BODIES.forEach(body -> WHO.forEach(who -> set(found, document, "/bodies/" + body + "/who", who)));
        set(found, document, "/name", "Changed");
        set(found, document, "/strictest", names);
        set(found, document, "/strictest", names.reversed());
        step(found, document, new Patch.Step.Remove(steps("/strictest")));
        protections(found, document, names);
        return found;
    }

    private static void protections(List<Json.Obj> found, Json.Obj document, List<String> names) {
        var entries = document.get("protected").orElse(new Json.Arr(List.of())) instanceof Json.Arr(List<Json> items)
                ? items
                : List.<Json>of();
        for (var entry : entries) {
            set(
                    found,
                    document,
                    "/protected",
                    entries.stream().filter(other -> !other.equals(entry)).toList());
        }
        for (var clause : CLAUSES) {
            for (var name : names) {
                var more = new ArrayList<>(entries);
                more.add(Json.object(Map.of("clause", clause, "by", name)));
                set(found, document, "/protected", more);
            }
        }
    }

    private static void set(List<Json.Obj> found, Json.Obj document, String path, Object value) {
        var present = Clauses.at(Clauses.of(document), steps(path)).isPresent();
        step(
                found,
                document,
                present
                        ? new Patch.Step.Replace(steps(path), Json.of(value))
                        : new Patch.Step.Add(steps(path), Json.of(value), java.util.Optional.empty()));
    }

    private static void step(List<Json.Obj> found, Json.Obj document, Patch.Step step) {
        try {
            found.add(new Patch(List.of(step)).applyTo(document));
        } catch (PatchRefused _) {
            // It is so already, or there is nothing there: no change.
        }
    }

    private static List<String> steps(String path) {
        return Clauses.steps(path).orElseThrow();
    }

    private static Map<String, Object> body(String who) {
        return Map.of("who", who, "power", "equal");
    }

    private static Map<String, Object> policy(String name, Random random) {
        var policy = new LinkedHashMap<String, Object>();
        policy.put("name", name);
        policy.put("applies", APPLIES.get(random.nextInt(APPLIES.size())));
        policy.put("body", BODIES.get(random.nextInt(3) / 2));
        if (random.nextInt(4) == 0) {
            policy.put("entrenched", true);
        }
        policy.put("ballot", Map.of("method", "for-against-abstain", "revote", "last"));
        policy.put(
                "approval",
                Map.of("count", "for", "of", "roll", "atLeast", FRACTIONS.get(random.nextInt(FRACTIONS.size()))));
        policy.put("timing", Map.of("delay", "P1D", "period", "P1D", "timelock", "P1D", "expires", "P1D"));
        return policy;
    }
}
