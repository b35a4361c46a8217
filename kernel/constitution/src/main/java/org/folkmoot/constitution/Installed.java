// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Plugin;

/**
 * A plugin that is at hand, and where it comes from.
 *
 * @param id the plugin's id, asked once
 */
public record Installed(PluginKind kind, String id, Plugin<?> plugin, Origin origin) {
    public Installed {
        if (!kind.type().isInstance(plugin)) {
            throw new IllegalArgumentException(id + " is no " + kind.title());
        }
    }

    /** What a poll is pinned to; nothing for a plugin that is built in. */
    public Optional<PluginPin> pin() {
        return origin instanceof Origin.Jar jar
                ? Optional.of(new PluginPin(kind, id, jar.version(), jar.sha256()))
                : Optional.empty();
    }

    /** The settings that a constitution may give it. */
    public List<SettingWord> settings() {
        return Settings.words(plugin.settingsType());
    }
}
