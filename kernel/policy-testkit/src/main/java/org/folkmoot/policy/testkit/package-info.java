// SPDX-License-Identifier: Apache-2.0
/**
 * The contract tests that every policy inherits.
 *
 * <p>A policy's test class extends the contract of its kind, says what the policy is and which settings and input to try
 * it with, and gets the law of {@link org.folkmoot.policy} as tests:
 *
 * <pre>{@code
 * class EnoughBallotsContractTest extends DecisionRuleContract<EnoughBallots.Settings> {
 *     @Override protected DecisionRule<EnoughBallots.Settings> plugin() { return new EnoughBallots(); }
 *     @Override protected List<EnoughBallots.Settings> settings() { return List.of(new EnoughBallots.Settings(25)); }
 *     @Override protected List<String> counts() { return List.of("for", "against", "abstain"); }
 * }
 * }</pre>
 *
 * <p>Input is made from the seed that the test's name shows, so a failure repeats.
 */
@NullMarked
package org.folkmoot.policy.testkit;

import org.jspecify.annotations.NullMarked;
