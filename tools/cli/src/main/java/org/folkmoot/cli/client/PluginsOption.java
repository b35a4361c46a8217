// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.cli.house.Home;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.plugins.PluginFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the jars of third parties are. */
public final class PluginsOption {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "The folder of third parties' jars. Default: plugins in the data folder, or $$PLUGINS.")
    private @Nullable Path typed;

    /** The plugins that are installed: those of this program and those of the jars. */
    public Plugins load(Everywhere everywhere) {
        if (typed == null) return PluginFolder.load(Home.plugins(everywhere.data()));
        if (!Files.isDirectory(typed)) throw new Usage("There is no folder " + typed + ".");
        return PluginFolder.load(typed);
    }
}
