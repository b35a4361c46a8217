// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses acts by a clock that is wrong before they are judged by it: that one is late or has expired is final, this is not. */
class ClockFilter {
    private final ClockBound bound;

    ClockFilter(ClockBound bound) {
        this.bound = bound;
    }

    @ServerRequestFilter(nonBlocking = true)
    void check(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.GET)) bound.glance();
    }
}
