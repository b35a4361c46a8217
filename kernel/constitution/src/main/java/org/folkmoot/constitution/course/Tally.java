// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.policy.Question;

/**
 * A poll as a document tells it: the rolls, what was counted, and what is asked about it.
 *
 * @param name what the document calls it; empty if it has no name
 * @param policy the name of the policy that judges it
 * @param question what was asked, as far as the document says
 * @param history what happened
 * @param asked the instant that is asked about, if the document names one
 * @param was how it was decided at the time, if the document says so
 * @param ballots the ballots of the policy's own chamber one by one, if the document lists them
 */
public record Tally(
        String name,
        String policy,
        Question question,
        History history,
        Optional<Instant> asked,
        Optional<Outcome> was,
        List<Ballot> ballots) {
    /**
     * Ballots with the same choice.
     *
     * @param voter whose they are: a member or a group; empty if the document does not say
     * @param choice the choice, as plain data
     * @param power the voting power that they carry together
     * @param count how many they are
     */
    public record Ballot(String voter, Object choice, BigInteger power, long count) {}

    public Tally {
        ballots = List.copyOf(ballots);
    }
}
