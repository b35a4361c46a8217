// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/**
 * The rules that the act of submission pins, whenever the proposal comes to a vote.
 *
 * @param constitution the hash of the constitution that was in force at the submission, not at the draft
 */
public record Entry(Instant submittedAt, String constitution, String policy) {}
