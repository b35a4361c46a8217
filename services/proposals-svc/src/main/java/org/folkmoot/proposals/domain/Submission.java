// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/**
 * What the act of submission pins: the constitution and the policy that judge the proposal, and the roll that may vote.
 *
 * @param constitution the hash of the constitution that was in force at the submission, not at the draft
 * @param definition the canonical definition of the poll, whose hash is the poll's id
 * @param rollPosition the membership position as of which the roll is taken
 */
public record Submission(
        Instant submittedAt,
        String constitution,
        String policy,
        String definition,
        long rollPosition,
        Instant rollAt) {}
