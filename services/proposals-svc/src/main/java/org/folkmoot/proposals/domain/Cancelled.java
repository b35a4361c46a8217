// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Taken back by its author before voting began. */
public record Cancelled(Instant endedAt, String reason) implements Ended {}
