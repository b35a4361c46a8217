// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** The counts of rankings for seats that are filled one after the other; in all other modes there is one. */
public record RankedPasses(List<Result> each) {
    public RankedPasses {
        each = List.copyOf(each);
    }

    /** The last pass, with the winners and the rounds of all of them. */
    public Result together() {
        if (each.size() == 1) {
            return each.getFirst();
        }
        var winners = new ArrayList<String>();
        var rounds = new ArrayList<Round>();
        for (var pass : each) {
            winners.addAll(pass.winners());
            for (var round : pass.rounds()) {
                rounds.add(new Round(
                        rounds.size() + 1,
                        round.tally(),
                        round.threshold(),
                        round.inactive(),
                        round.elected(),
                        round.eliminated(),
                        round.transfers(),
                        round.number() == 1 ? ("A new count begins. " + round.words()).strip() : round.words()));
            }
        }
        var last = each.getLast();
        var words =
                winners.isEmpty() ? last.words() : "Elected, one count for each: " + String.join(", ", winners) + ".";
        return new Result(last.ballots(), winners, last.counts(), rounds, words);
    }
}
