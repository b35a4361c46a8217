// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.folkmoot.constitution.Plugins;
import org.jboss.logging.Logger;

/** The policies that are installed. A broken or doubled one stops the service at its start. */
class InstalledPlugins {
    private static final Logger LOG = Logger.getLogger(InstalledPlugins.class);

    @Produces
    @Singleton
    Plugins plugins() {
        return Plugins.installed();
    }

    void look(@Observes StartupEvent start, Plugins plugins) {
        LOG.infof("Installed policies: %s", plugins.ids());
    }
}
