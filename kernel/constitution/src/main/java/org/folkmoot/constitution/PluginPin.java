// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * A third party's plugin that a poll depends on: exactly this jar, so that nobody can put another one under the poll
 * once voters have signed it.
 */
public record PluginPin(PluginKind kind, String id, String version, Hash sha256) {
    private static final Set<String> NAMES = Set.of("id", "kind", "sha256", "version");
    private static final Comparator<PluginPin> ORDER =
            Comparator.comparing(PluginPin::kind).thenComparing(PluginPin::id);

    /** The pins of every plugin that a poll of this policy uses and that is not built in, in their one order. */
    public static List<PluginPin> of(Policy policy, Body body, Plugins plugins) {
        var method = plugins.find(PluginKind.METHOD, policy.ballot().id());
        var power = plugins.find(PluginKind.POWER, body.power().id());
        var rules = policy.allRules().stream()
                .map(named -> plugins.find(PluginKind.RULE, named.rule().id()));
        return Stream.concat(Stream.of(method, power), rules)
                .flatMap(found -> found.flatMap(Installed::pin).stream())
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    static List<PluginPin> read(Json.Arr pins) {
        if (pins.items().isEmpty()) {
            throw new IllegalArgumentException("a definition without plugins does not mention them");
        }
        return pins.items().stream().map(PluginPin::read).toList();
    }

    private static PluginPin read(Json json) {
        var fields = Fields.exactly(json, NAMES);
        var kind = PluginKind.of(fields.text("kind"))
                .orElseThrow(() -> new IllegalArgumentException("a plugin's kind is not one of ours"));
        return new PluginPin(kind, fields.text("id"), fields.text("version"), fields.hash("sha256"));
    }

    Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", id);
        data.put("kind", kind.word());
        data.put("sha256", sha256.hex());
        data.put("version", version);
        return data;
    }

    /** Each plugin stands once, and in order, so that a list has one spelling. */
    static List<PluginPin> inOrder(List<PluginPin> pins) {
        for (var i = 1; i < pins.size(); i++) {
            if (ORDER.compare(pins.get(i - 1), pins.get(i)) >= 0) {
                throw new IllegalArgumentException("the plugins are not in order, or one stands twice");
            }
        }
        return List.copyOf(pins);
    }

    /** The pin as people read it. */
    @Override
    public String toString() {
        return kind.title() + " '" + id + "' " + version + " (sha256 " + sha256.hex() + ")";
    }
}
