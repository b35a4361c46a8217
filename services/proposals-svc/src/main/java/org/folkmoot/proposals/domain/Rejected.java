// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Did not pass, or never came to a vote because its poll or its deposit was refused. */
public record Rejected(Instant endedAt, String reason) implements Ended {}
