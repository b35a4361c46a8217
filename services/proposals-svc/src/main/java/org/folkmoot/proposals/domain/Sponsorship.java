// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** One member's name under a proposal, with the hash of the act by which it came there. */
public record Sponsorship(String member, String act, Instant at) {}
