// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The plugins of third parties that a policy uses in any of its stages, in order. */
    public static List<PluginPin> of(Policy policy, Constitution constitution, Plugins plugins) {
        return policy.stages().stream()
                .flatMap(stage -> stage.chambers().stream())
                .flatMap(chamber -> used(chamber, constitution, plugins))
                .flatMap(found -> found.flatMap(Installed::pin).stream())
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static Stream<Optional<Installed>> used(Chamber chamber, Constitution constitution, Plugins plugins) {
        var method = plugins.find(PluginKind.METHOD, chamber.ballot().id());
        var power = constitution
                .body(chamber.body())
                .flatMap(body -> plugins.find(PluginKind.POWER, body.power().id()));
        var rules = chamber.rules().stream()
                .map(named -> plugins.find(PluginKind.RULE, named.rule().id()));
        return Stream.concat(Stream.of(method, power), rules);
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
