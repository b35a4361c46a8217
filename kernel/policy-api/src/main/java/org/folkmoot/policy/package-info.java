// SPDX-License-Identifier: Apache-2.0
/**
 * What the author of a policy sees: the facts of a poll go in, a decision and its reasons come out.
 *
 * <h2>Where a policy takes part</h2>
 *
 * <ol>
 *   <li>Somebody asks to join. The community's {@link org.folkmoot.policy.AdmissionRule} says yes or no.
 *   <li>A proposal opens a poll. The roll is frozen, and {@link org.folkmoot.policy.VotingPower} weighs each voter once.
 *   <li>A ballot arrives. {@link org.folkmoot.policy.VotingMethod#check} refuses a choice that could not be counted.
 *   <li>The poll closes. {@link org.folkmoot.policy.VotingMethod#tally} makes a {@link org.folkmoot.policy.Result}.
 *   <li>Each {@link org.folkmoot.policy.DecisionRule} of the policy judges that result. The proposal passes if all
 *       rules pass, and the {@link org.folkmoot.policy.TraceLine} of each is kept, shown and audited.
 * </ol>
 *
 * <h2>Writing one</h2>
 *
 * <p>A policy is one public class with a nested record of settings, and one line in {@code META-INF/services}. This one
 * passes if more ballots than a fixed number were cast:
 *
 * <pre>{@code
 * package org.example;
 *
 * public final class EnoughBallots implements DecisionRule<EnoughBallots.Settings> {
 *     public record Settings(long ballots) {}
 *
 *     public String id() { return "enough-ballots"; }
 *
 *     public Class<Settings> settingsType() { return Settings.class; }
 *
 *     public Verdict judge(Facts facts, Settings settings) {
 *         var cast = BigInteger.valueOf(facts.ballots());
 *         var asked = BigInteger.valueOf(settings.ballots());
 *         var passed = cast.compareTo(asked) > 0;
 *         return Verdict.of(new TraceLine(
 *                 id(), List.of(new Operand("ballots", cast)), List.of(new Operand("asked", asked)),
 *                 "moreThan", "1", asked.toString(), "fails", passed,
 *                 cast + " ballots were cast; more than " + asked + " are asked for.",
 *                 asked.subtract(cast).add(BigInteger.ONE).max(BigInteger.ZERO) + " more would pass."));
 *     }
 * }
 * }</pre>
 *
 * <p>The line is {@code org.example.EnoughBallots} in the file
 * {@code META-INF/services/org.folkmoot.policy.DecisionRule} of the same jar. A constitution then asks for it:
 *
 * <pre>{@code
 * rules:
 *   - { rule: enough-ballots, ballots: 25 }
 * }</pre>
 *
 * <h2>The law that every policy keeps</h2>
 *
 * <ul>
 *   <li><b>Anyone recomputes it.</b> No clock, no random source, no file, no network, no state between calls.
 *   <li><b>Exact.</b> Power is a {@code BigInteger} and a share is a {@link org.folkmoot.policy.Fraction}; they are
 *       compared by cross-multiplication, so there is nothing to round.
 *   <li><b>The group is the unit.</b> {@link org.folkmoot.policy.Counted} may hold one ballot or a million. Splitting,
 *       merging and reordering groups changes nothing, which is what lets a tally be computed in parts.
 *   <li><b>It fails closed.</b> What a rule cannot judge does not pass: a missing count, an empty roll, a share of
 *       nothing.
 *   <li><b>It says why.</b> Every verdict carries its operands, its operator, its boundary, what a tie does, and how
 *       little would have changed it.
 * </ul>
 *
 * <p>The module {@code policy-testkit} holds these as tests that a policy inherits, and {@code examples/acme-policy} is
 * a whole policy by a third party.
 */
@NullMarked
package org.folkmoot.policy;

import org.jspecify.annotations.NullMarked;
