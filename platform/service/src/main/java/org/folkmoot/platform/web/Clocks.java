// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one clock of a service. It ticks in milliseconds, because that is how times are kept and told. */
class Clocks {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
