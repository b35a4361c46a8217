// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.constitution.Installed;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.PluginsRefused;

/** The folder into which the jars of third parties are dropped. It is read once, at the start. */
public final class PluginFolder {
    /** How many jars there may be. */
    public static final int MOST_JARS = 32;

    private PluginFolder() {}

    /** The built-in plugins and those of the folder, or {@link PluginsRefused}; a folder that is not there is empty. */
    public static Plugins load(Path folder) {
        return load(folder, Plugins.installed(), Limits.USUAL);
    }

    static Plugins load(Path folder, Plugins builtIn, Limits limits) {
        var guests = new ArrayList<Installed>();
        for (var file : jars(folder)) guests.addAll(new PluginJar(JarBytes.read(file), limits).plugins());
        return builtIn.with(guests);
    }

    private static List<Path> jars(Path folder) {
        if (!Files.exists(folder)) return List.of();
        try (var files = Files.list(folder)) {
            var jars = files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .limit(MOST_JARS + 1L)
                    .toList();
            if (jars.size() > MOST_JARS)
                throw new PluginsRefused(
                        "There are more than " + MOST_JARS + " jars in " + folder + ": remove those that nobody uses.");
            return jars;
        } catch (IOException e) {
            throw new PluginsRefused("The plugins folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
