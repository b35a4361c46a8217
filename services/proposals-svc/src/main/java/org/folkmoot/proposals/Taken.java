// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import java.time.Instant;
import org.folkmoot.proposals.domain.Proposal;

/** A proposal that is locked, as it stands at the instant after it was locked: whoever waited for the lock past a deadline is too late. */
public record Taken(Proposal proposal, Instant now) {}
