// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Verdict;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.VotingPower;

/** A plugin together with the settings that a constitution gives it. */
public sealed interface Bound {
    /** The plugin's id. */
    String id();

    /** A voting method that is ready to count. */
    record Method<S extends Record>(VotingMethod<S> plugin, S settings) implements Bound {
        @Override
        public String id() {
            return plugin.id();
        }

        /** The names of the counts that every result carries. */
        public List<String> counts() {
            return plugin.counts(settings);
        }

        /** Whether ballots of different power may lie in one group. */
        public boolean mergesPowers() {
            return plugin.mergesPowers(settings);
        }

        /** Whether the counts are the choices, and add up to what was cast. */
        public boolean countsAreChoices() {
            return plugin.countsAreChoices(settings);
        }

        /** Whether the counts say before the deadline what the missing ballots can still make of them. */
        public boolean countsForetell() {
            return countsAreChoices() && !plugin.roundsCounts(settings);
        }

        /** The counts that are not in units of voting power. */
        public Set<String> scaled() {
            return plugin.scaled(settings);
        }

        /** How many decimals the numbers of the rounds and the scaled counts have. */
        public int decimals() {
            return plugin.decimals(settings);
        }

        /** Refuses a question that cannot be asked. */
        public void checkQuestion(Question question) {
            plugin.checkQuestion(question, settings);
        }

        /** Refuses a choice that cannot be counted. */
        public void check(Object choice, Question question) {
            plugin.check(choice, question, settings);
        }

        /** Refuses a checked choice that gives out more than the power of its voter. */
        public void checkPower(Object choice, BigInteger power, Question question) {
            plugin.checkPower(choice, power, question, settings);
        }

        /** Refuses a choice that cannot be counted, or that gives out more than the power of its voter. */
        public void check(Object choice, BigInteger power, Question question) {
            check(choice, question);
            checkPower(choice, power, question);
        }

        /** Counts ballots that were checked before. */
        public Result tally(Iterable<Counted> ballots, Question question) {
            return plugin.tally(ballots, question, settings);
        }
    }

    /** A scale that is ready to weigh. */
    record Power<S extends Record>(VotingPower<S> plugin, S settings) implements Bound {
        @Override
        public String id() {
            return plugin.id();
        }

        /** The voter's power. */
        public BigInteger of(Voter voter) {
            return plugin.of(voter, settings);
        }

        /** What must be known of voters to weigh them. */
        public List<Need> needs() {
            return plugin.needs(settings);
        }
    }

    /** A rule that is ready to judge. */
    record Rule<S extends Record>(DecisionRule<S> plugin, S settings) implements Bound {
        @Override
        public String id() {
            return plugin.id();
        }

        /** Judges the facts of a poll. */
        public Verdict judge(Facts facts) {
            return plugin.judge(facts, settings);
        }

        /** Whether it is met, without the working. */
        public boolean isMet(Facts facts) {
            return plugin.isMet(facts, settings);
        }

        /** Whether the extremes of what is still missing tell all. */
        public boolean settledByExtremes(Set<String> counts) {
            return plugin.settledByExtremes(settings, counts);
        }

        /** What it compares, if it is a comparison. */
        public Optional<Comparison> comparison() {
            return plugin.comparison(settings);
        }

        /** How the support that it asks for grows, if it asks for support that lasts. */
        public Optional<Growth> growth() {
            return plugin.growth(settings);
        }
    }

    /** An admission rule that is ready to answer. */
    record Admitting<S extends Record>(AdmissionRule<S> plugin, S settings) implements Bound, Gate {
        @Override
        public String id() {
            return plugin.id();
        }

        @Override
        public Admission judge(Applicant applicant, Evidence evidence) {
            return plugin.judge(applicant, evidence, settings);
        }
    }
}
