// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.folkmoot.policies.TieRule;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;

/**
 * Who wins what scores leave tied: whoever is first in the list {@code tiebreaker} of a check, or nobody where it has none.
 *
 * @param order the candidates, the first in the list first
 */
record ScoreTies(TallyCase counted, List<String> order, TieRule rule) {
    static ScoreTies of(TallyCase counted, TallyCheck check) {
        var said = check.parameters().find("tiebreaker");
        if (said.isMissingNode() || said.asText().equalsIgnoreCase("none")) {
            return new ScoreTies(counted, counted.candidates(), TieRule.NOBODY);
        }
        if (!said.isArray()) {
            throw check.parameters().unknown("tiebreaker", said.asText());
        }
        var order = TallyCase.texts(said);
        if (order.size() != counted.candidates().size()
                || !Set.copyOf(order).equals(Set.copyOf(counted.candidates()))) {
            throw new NotSupported("The list that decides ties has each candidate once, and not " + order + ".");
        }
        return new ScoreTies(counted, order, TieRule.ORDER);
    }

    /** The question with its options in the order that decides. */
    Question question() {
        return new Question(counted.id(), order);
    }

    /** The ballots, whose scores go to the options of that question. */
    List<Counted> ballots() {
        return counted.ballots(this::scores);
    }

    private Object scores(JsonNode choice) {
        var scores = new LinkedHashMap<String, Object>();
        choice.forEach(score -> {
            var place = scores.size() < order.size()
                    ? order.indexOf(counted.candidates().get(scores.size()))
                    : scores.size();
            scores.put(Integer.toString(place), Numbers.amountOrNothing(score).longValueExact());
        });
        return scores;
    }

    /** Refuses a count that the list could not decide, because nobody gives anything to those who are left. */
    void decided(int winners, long seats) {
        if (rule == TieRule.ORDER && winners < Math.min(seats, order.size())) {
            throw new NotSupported("No ballot gives anything to those who are left, and here none of them wins.");
        }
    }
}
