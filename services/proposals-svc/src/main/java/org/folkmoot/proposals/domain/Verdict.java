// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.util.Optional;
import org.folkmoot.policy.Facts;

/**
 * What of a decision matters for a deposit.
 *
 * @param poll which poll was decided
 * @param stopped the first rule that was not met, by the name that the policy gives it
 * @param main the ballots of the main chamber
 */
public record Verdict(String poll, boolean passed, Optional<String> stopped, Facts main) {}
