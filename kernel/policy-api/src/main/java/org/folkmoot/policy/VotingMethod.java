// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** A way to vote: which choices a ballot may carry, and how ballots become a result. */
public interface VotingMethod<S extends Record> extends Plugin<S> {
    /** The names of the counts that every result carries under these settings, for rules to refer to. */
    List<String> counts(S settings);

    /**
     * Whether ballots of different power may lie in one group. If not, what a ballot is worth depends on its own power,
     * as where roots are taken, and all ballots of a group have the same ({@link Counted#each}).
     */
    default boolean mergesPowers(S settings) {
        return true;
    }

    /** Refuses a question that this method cannot be asked, such as a ranking of no options. */
    default void checkQuestion(Question question, S settings) {}

    /**
     * Refuses a choice that this method cannot count, with an {@link InvalidChoice}. Every other choice is accepted:
     * whatever passes here is later given to {@link #tally}, which then must not fail.
     */
    void check(Object choice, Question question, S settings);

    /**
     * Refuses a choice, checked before, that gives out more than the power of its voter. Most methods have no such
     * choice. It is asked once the power is known; a choice that was never asked about counts for nothing.
     */
    default void checkPower(Object choice, BigInteger power, Question question, S settings) {}

    /** Counts ballots, all of them checked before. Neither their order nor their grouping changes the result. */
    Result tally(Iterable<Counted> ballots, Question question, S settings);

    /**
     * Whether each count is the power of the ballots that chose it, and all counts together are the power that was cast.
     * Only then can anybody say, before the deadline, how the missing ballots could still change the counts.
     */
    default boolean countsAreChoices(S settings) {
        return false;
    }

    /**
     * Whether counts are made whole from parts of ballots: then one more ballot can take a unit from a count that it does not
     * choose, and nobody can say before the deadline how the missing ballots could still change the counts.
     */
    default boolean roundsCounts(S settings) {
        return false;
    }

    /**
     * The counts that are not in units of voting power, such as points with decimals or money. They are compared with each
     * other, and mean nothing beside the roll or a number of votes.
     */
    default Set<String> scaled(S settings) {
        return Set.of();
    }

    /**
     * How many decimals the numbers of the rounds have, but for the duels in them, and those counts that are not in units of
     * voting power: all of them are in units of 10^−decimals.
     */
    default int decimals(S settings) {
        return 0;
    }
}
