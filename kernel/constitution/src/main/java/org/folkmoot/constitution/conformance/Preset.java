// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.record.Json;

/** A constitution whose policies take the parameters of an example: other values where it has values, never other rules. */
final class Preset {
    private record Asked(String policy, Map<String, Object> values) {}

    private final Map<String, Object> data;
    private final Plugins plugins;
    private final Map<Asked, Judge> judges = new HashMap<>();

    Preset(byte[] yaml, Plugins plugins) {
        this.data = Document.read(yaml).data();
        this.plugins = plugins;
    }

    /** The constitution in which a policy has other values, by the path to each within the policy. */
    Constitution with(String policy, Map<String, Object> values) {
        var changed = new LinkedHashMap<>(data);
        changed.put("policies", changed(policy, values));
        return constitution(changed);
    }

    private List<Object> changed(String policy, Map<String, Object> values) {
        var policies = new ArrayList<Object>((List<?>) data.getOrDefault("policies", List.of()));
        if (policies.stream().noneMatch(one -> named(one, policy))) {
            throw new IllegalArgumentException("there is no policy '" + policy + "'");
        }
        policies.replaceAll(one -> named(one, policy) ? changed(one, values) : one);
        return policies;
    }

    private static boolean named(Object policy, String name) {
        return policy instanceof Map<?, ?> map && name.equals(map.get("name"));
    }

    /** A policy with other values, ready to judge. */
    Judge judge(String policy, Map<String, Object> values) {
        return judges.computeIfAbsent(new Asked(policy, Map.copyOf(values)), this::judge);
    }

    private Judge judge(Asked asked) {
        var changed = new LinkedHashMap<>(data);
        changed.put(
                "policies",
                changed(asked.policy, asked.values).stream()
                        .filter(one -> named(one, asked.policy))
                        .toList());
        changed.remove("strictest");
        var found = constitution(changed).policies();
        return Judge.of(found.getFirst(), plugins);
    }

    private static Constitution constitution(Map<String, Object> data) {
        return Constitution.of(Json.object(data));
    }

    private static Object changed(Object policy, Map<String, Object> values) {
        var changed = policy;
        for (var value : values.entrySet()) {
            changed = put(changed, Arrays.asList(value.getKey().split("/")), value.getKey(), value.getValue());
        }
        return changed;
    }

    private static Object put(Object around, List<String> path, String whole, Object value) {
        if (path.isEmpty()) {
            return value;
        }
        var rest = path.subList(1, path.size());
        if (around instanceof List<?> list) {
            var at = Integer.parseInt(path.getFirst());
            var items = new ArrayList<Object>(list);
            items.set(at, put(items.get(at), rest, whole, value));
            return items;
        }
        var inside = around instanceof Map<?, ?> map ? map : Map.of();
        var old = Optional.<Object>ofNullable(inside.get(path.getFirst()));
        var members = new LinkedHashMap<Object, Object>(inside);
        members.put(path.getFirst(), put(old.orElseThrow(() -> unknown(whole, inside)), rest, whole, value));
        return members;
    }

    private static IllegalArgumentException unknown(String whole, Map<?, ?> inside) {
        return new IllegalArgumentException("the preset has no " + whole + "; there is "
                + inside.keySet().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
}
