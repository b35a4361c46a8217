// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import java.time.Instant;

/**
 * A role that a member holds.
 *
 * @param until when it is held no longer
 */
public record KnownRole(String role, Instant grantedAt, Instant until) {}
