// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

/**
 * Tells a service's beans that the database answers and has the tables they expect. Fired once per start: usually
 * before the first request, later if the database was away. What needs the database at the start observes this and not
 * the start itself.
 */
public record DatabaseReady() {}
