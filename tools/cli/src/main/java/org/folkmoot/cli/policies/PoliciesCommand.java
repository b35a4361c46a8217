// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.policies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.PluginsOption;
import org.folkmoot.constitution.Installed;
import org.folkmoot.constitution.Origin;
import org.folkmoot.constitution.SettingWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The policies that are installed. */
@Command(
        name = "policies",
        description = {
            "List the policies that a constitution can ask for, with their settings.",
            "Those of third parties come with the version and the SHA-256 of their jar, by which polls are pinned to them."
        })
public final class PoliciesCommand implements Runnable {
    private static final String BUILT_IN = "builtin";

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Override
    public void run() {
        var all = plugins.load(everywhere).all();
        var answer = Api.JSON.createObjectNode();
        var list = answer.putArray("policies");
        all.forEach(one -> describe(one, list.addObject()));
        everywhere.print(answer, lines(all));
    }

    private static void describe(Installed one, ObjectNode node) {
        node.put("kind", one.kind().word())
                .put("id", one.id())
                .put("version", one.origin().version())
                .put("hash", hash(one.origin()));
        if (one.origin() instanceof Origin.Jar jar) node.put("jar", jar.file());
        var settings = node.putArray("settings");
        for (var setting : one.settings()) {
            settings.addObject()
                    .put("name", setting.name())
                    .put("kind", setting.kind())
                    .put("optional", setting.optional());
        }
    }

    private static String hash(Origin origin) {
        return switch (origin) {
            case Origin.BuiltIn _ -> BUILT_IN;
            case Origin.Jar jar -> jar.sha256().hex();
        };
    }

    private static String[] lines(List<Installed> all) {
        return all.stream()
                .map(one -> "%-9s  %-20s  %s%n           %s"
                        .formatted(one.kind().word(), one.id(), from(one.origin()), settings(one.settings())))
                .toArray(String[]::new);
    }

    private static String from(Origin origin) {
        return switch (origin) {
            case Origin.BuiltIn(String version) -> "built in, " + version;
            case Origin.Jar jar ->
                Path.of(jar.file()).getFileName() + ", " + jar.version() + ", sha256 "
                        + jar.sha256().hex();
        };
    }

    private static String settings(List<SettingWord> settings) {
        if (settings.isEmpty()) return "no settings";
        return settings.stream()
                .map(setting -> setting.name() + (setting.optional() ? "?" : "") + ": " + setting.kind())
                .collect(Collectors.joining(", "));
    }
}
