// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.Json;

/**
 * Changes to a constitution, one after the other: all of them can be made, or the patch is refused.
 *
 * <p>A path is a JSON pointer (RFC 6901) in which a policy stands under its name, as in {@code
 * /policies/spend/quorum/atLeast}. It leads through names only; a list other than {@code policies} is changed as a
 * whole. A step never does nothing.
 *
 * @param steps from 1 to {@value #MAX_STEPS} steps
 */
public record Patch(List<Step> steps) {
    /** The most steps of a patch. */
    public static final int MAX_STEPS = 100;

    public Patch {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("a patch has 1 to " + MAX_STEPS + " steps, not " + steps.size());
        }
    }

    /** One change at a path. */
    public sealed interface Step {
        /** Where it changes something. */
        List<String> path();

        /** Says something that was not said; a new policy stands before another one, or last. */
        record Add(List<String> path, Json value, Optional<String> before) implements Step {}

        /** Says something else. */
        record Replace(List<String> path, Json value) implements Step {}

        /** Says it no longer. */
        record Remove(List<String> path) implements Step {}

        /** Puts a policy before another one, or last. */
        record Move(List<String> path, Optional<String> before) implements Step {}
    }

    /** Changes a document, or throws {@link PatchRefused}. */
    public Json.Obj applyTo(Json.Obj document) {
        var tree = Clauses.of(document);
        for (var i = 0; i < steps.size(); i++) {
            apply(steps.get(i), i, tree);
        }
        return Clauses.document(tree);
    }

    /** The patch as it stands in an action. */
    public Json.Arr json() {
        return new Json.Arr(steps.stream().map(Patch::json).toList());
    }

    private static Json json(Step step) {
        var json = new LinkedHashMap<String, Object>();
        json.put("path", Clauses.path(step.path()));
        switch (step) {
            case Step.Add(var _, Json value, Optional<String> before) -> {
                json.put("op", "add");
                json.put("value", value);
                before.ifPresent(policy -> json.put("before", policy));
            }
            case Step.Replace(var _, Json value) -> {
                json.put("op", "replace");
                json.put("value", value);
            }
            case Step.Remove _ -> json.put("op", "remove");
            case Step.Move(var _, Optional<String> before) -> {
                json.put("op", "move");
                before.ifPresent(policy -> json.put("before", policy));
            }
        }
        return Json.object(json);
    }

    private static void apply(Step step, int index, Map<String, Object> tree) {
        var last = step.path().getLast();
        var around = around(tree, step.path());
        if (around.isEmpty()) {
            throw new PatchRefused(index, "There is nothing around '" + Clauses.path(step.path()) + "'.");
        }
        var place = around.get();
        var present = Optional.ofNullable(place.get(last));
        if (present.isPresent() == step instanceof Step.Add) {
            throw new PatchRefused(
                    index,
                    "'" + Clauses.path(step.path()) + "' is "
                            + (present.isPresent() ? "there already." : "not there."));
        }
        switch (step) {
            case Step.Add add -> {
                place.put(last, tree(named(add.value(), step, index)));
                add.before().ifPresent(before -> move(place, last, before, index));
            }
            case Step.Replace replace -> {
                var value = tree(named(replace.value(), step, index));
                if (present.equals(Optional.of(value))) {
                    throw new PatchRefused(index, "'" + Clauses.path(step.path()) + "' says that already.");
                }
                place.put(last, value);
            }
            case Step.Remove _ -> place.remove(last);
            case Step.Move(var _, Optional<String> before) -> {
                var order = List.copyOf(place.keySet());
                move(place, last, before.orElse(""), index);
                if (order.equals(List.copyOf(place.keySet()))) {
                    throw new PatchRefused(index, "Policy '" + last + "' stands there already.");
                }
            }
        }
    }

    /** The section or policy that a path ends in, if there is one. */
    @SuppressWarnings("unchecked") // a tree has names for keys
    private static Optional<Map<String, Object>> around(Map<String, Object> tree, List<String> path) {
        return Clauses.at(tree, path.subList(0, path.size() - 1))
                .filter(place -> place instanceof Map<?, ?>)
                .map(place -> (Map<String, Object>) place);
    }

    // A policy's name is its place in the tree, so the two cannot differ.
    private static Json named(Json value, Step step, int index) {
        var path = step.path();
        if (path.getFirst().equals(Clauses.POLICIES)) {
            var policy = path.size() == 2 && value instanceof Json.Obj said ? said.get("name") : Optional.<Json>empty();
            var wrong = path.size() == 2 && !policy.equals(Optional.of(new Json.Str(path.getLast())));
            if (path.size() == 1 || wrong || path.size() == 3 && path.getLast().equals("name")) {
                throw new PatchRefused(
                        index, "A policy is called what its path says; to rename one, remove it and add another.");
            }
        }
        return value;
    }

    private static void move(Map<String, Object> policies, String name, String before, int index) {
        if (!before.isEmpty() && (!policies.containsKey(before) || before.equals(name))) {
            throw new PatchRefused(index, "There is no other policy '" + before + "' to stand before.");
        }
        var order = new ArrayList<>(policies.keySet());
        order.remove(name);
        order.add(before.isEmpty() ? order.size() : order.indexOf(before), name);
        var was = new LinkedHashMap<>(policies);
        policies.clear();
        order.forEach(each -> policies.put(each, was.get(each)));
    }

    private static Object tree(Json value) {
        return value instanceof Json.Obj object ? Clauses.branch(object) : value.plain();
    }
}
