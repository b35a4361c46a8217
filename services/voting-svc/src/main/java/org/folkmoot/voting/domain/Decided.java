// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import org.folkmoot.constitution.Decision;
import org.folkmoot.policy.Result;

/**
 * What came out of a poll.
 *
 * @param result how the ballots were counted
 * @param decision what the policy makes of the result
 * @param at the exact moment of the decision, which of most polls is the deadline, and not the moment of the count
 */
public record Decided(Result result, Decision decision, Instant at) {}
