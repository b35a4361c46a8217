// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.record.Json;

/**
 * A constitution as a tree of names, in which every clause has a path: {@code /bodies/citizens/who}, {@code
 * /policies/spend/quorum}. Policies stand under their names, in their order; all other lists are values.
 */
public final class Clauses {
    public static final String POLICIES = "policies";
    /** The sections whose members are clauses of their own. */
    static final Set<String> NAMED = Set.of("assets", "accounts", "roles", "bodies", POLICIES);

    private Clauses() {}

    /** The tree of a document, as maps that can be changed. */
    public static Map<String, Object> of(Json.Obj document) {
        var tree = branch(document);
        var byName = new LinkedHashMap<String, Object>();
        if (tree.get(POLICIES) instanceof List<?> policies) {
            for (var policy : policies) {
                if (policy instanceof Map<?, ?> map && map.get("name") instanceof String name) {
                    byName.put(name, branch(Json.object(map)));
                }
            }
        }
        tree.put(POLICIES, byName);
        return tree;
    }

    /** The document of a tree. */
    public static Json.Obj document(Map<String, Object> tree) {
        var document = new LinkedHashMap<>(tree);
        document.computeIfPresent(
                POLICIES, (_, policies) -> policies instanceof Map<?, ?> map ? List.copyOf(map.values()) : policies);
        return Json.object(document);
    }

    /** What stands at a path. */
    public static Optional<Object> at(Map<String, Object> tree, List<String> steps) {
        Object here = tree;
        for (var step : steps) {
            if (!(here instanceof Map<?, ?> map) || map.get(step) == null) {
                return Optional.empty();
            }
            here = map.get(step);
        }
        return Optional.of(here);
    }

    /** Reads a path; nothing if it is none, or names the whole document. */
    public static Optional<List<String>> steps(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        var steps = new ArrayList<String>();
        for (var written : path.substring(1).split("/", -1)) {
            if (written.replace("~0", "").replace("~1", "").contains("~")) {
                return Optional.empty();
            }
            steps.add(written.replace("~1", "/").replace("~0", "~"));
        }
        return Optional.of(List.copyOf(steps));
    }

    static String path(List<String> steps) {
        var path = "";
        for (var step : steps) {
            path = Pointer.child(path, step);
        }
        return path;
    }

    /** The clause that a path belongs to: a section, or a member of a section with names. */
    public static String clause(String path) {
        var steps = steps(path).orElse(List.of());
        return path(steps.subList(
                0, Math.min(steps.size(), !steps.isEmpty() && NAMED.contains(steps.getFirst()) ? 2 : 1)));
    }

    /** Tells whether one path is the other or leads to it. */
    public static boolean leadsTo(String path, String other) {
        return other.equals(path) || other.startsWith(path + "/");
    }

    static Map<String, Object> branch(Json.Obj object) {
        var branch = new LinkedHashMap<String, Object>();
        object.members()
                .forEach((name, value) ->
                        branch.put(name, value instanceof Json.Obj inner ? branch(inner) : value.plain()));
        return branch;
    }
}
