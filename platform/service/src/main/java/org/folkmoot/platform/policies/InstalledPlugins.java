// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.policies;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.constitution.Origin;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.plugins.PluginFolder;
import org.jboss.logging.Logger;

/** The policies that are installed. A broken or doubled one stops the service at its start. */
class InstalledPlugins {
    private static final Logger LOG = Logger.getLogger(InstalledPlugins.class);

    @Produces
    @Singleton
    Plugins plugins(@ConfigProperty(name = "folkmoot.plugins") Path folder) {
        return PluginFolder.load(folder);
    }

    void look(@Observes StartupEvent start, Plugins plugins) {
        LOG.infof("Installed policies: %s", plugins.ids());
        for (var plugin : plugins.all()) {
            if (plugin.origin() instanceof Origin.Jar jar)
                LOG.infof(
                        "The %s '%s' %s is a third party's: %s, sha256 %s",
                        plugin.kind().title(), plugin.id(), jar.version(), jar.file(), jar.sha256());
        }
    }
}
