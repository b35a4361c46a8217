// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

/**
 * Tells a service's beans that facts of other services were applied here, so that whatever waits for some can be looked at.
 * Fired after the commit and once for all that came together, on the thread that hears them, which must not be held up.
 */
public record FactsHeard() {}
