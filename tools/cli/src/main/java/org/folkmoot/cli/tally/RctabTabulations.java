// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.policies.RankedChoice;
import org.folkmoot.policies.RankedPasses;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** Counts by the rules and parameters of RCTab, shown as its detailed reports are. */
final class RctabTabulations {
    private RctabTabulations() {}

    static Answer count(TallyCase counted, TallyCheck check) {
        counted.expect("ranked-cvr", "ranked");
        var method = new RankedChoice();
        var reader = new RctabParameters(counted, check);
        var settings = reader.settings();
        var writeIn = reader.blankIsWriteIn() ? counted.candidates().indexOf(RctabParameters.WRITE_INS) : -1;
        var allowed = settings.maxRankingsAllowed();
        var most = allowed.orElse(Long.MAX_VALUE);
        var blanks = Math.min(most, reader.ranksOnBallot().or(() -> allowed).orElse(0L));
        var ballots = Counting.checked(method, settings, counted.question(), counted.ballots(choice -> {
            var ranks = Ranks.of(choice, counted);
            ranks = ranks.subList(0, (int) Math.min(ranks.size(), most));
            return writeIn < 0 ? ranks : writtenIn(ranks, blanks, writeIn);
        }));
        var passes = method.passes(ballots, counted.question(), settings);
        return new Answer(
                values(passes, settings, check.expected()), Counting.words(passes.together(), settings.decimals()));
    }

    /**
     * A ballot whose blank ranks are marks for one option. Files leave the last ones out, and the third of them says nothing that
     * the second, which repeats the option, has not said.
     */
    private static List<Object> writtenIn(List<Object> ranks, long length, int option) {
        var mark = List.of((long) option);
        var written = new ArrayList<Object>();
        ranks.forEach(rank -> written.add(rank.equals(List.of()) ? mark : rank));
        while (written.size() < Math.min(length, ranks.size() + 2)) {
            written.add(mark);
        }
        return written;
    }

    private static ObjectNode values(RankedPasses passes, RankedChoice.Settings settings, JsonNode published) {
        var values = Answer.empty();
        var sequence = settings.winnerElectionMode()
                .filter(mode -> mode == RankedChoice.Mode.MULTI_PASS_IRV)
                .isPresent();
        values.set("winners", winners(passes, order(published.path("winners").valueStream())));
        if (sequence) {
            values.putNull("rounds");
            var each = values.putArray("passes");
            passes.each()
                    .forEach(pass -> each.add(rounds(
                            pass, settings.decimals(), published.path("passes").path(each.size()))));
        } else {
            values.set("rounds", rounds(passes.together(), settings.decimals(), published.path("rounds")));
            values.putNull("passes");
        }
        return values.put("decimalArithmetic", "truncate to decimalPlacesForVoteArithmetic");
    }

    /** The order of a report, else that of the names. */
    private static Comparator<String> order(Stream<JsonNode> published) {
        return PublishedNames.order(published).thenComparing(Comparator.naturalOrder());
    }

    private static ArrayNode winners(RankedPasses passes, Comparator<String> order) {
        return Counting.elected(passes.together(), order);
    }

    private static ArrayNode rounds(Result result, int decimals, JsonNode published) {
        var rounds = JsonNodeFactory.instance.arrayNode();
        result.rounds()
                .forEach(round -> rounds.add(round(
                        round,
                        decimals,
                        order(published
                                .path(rounds.size())
                                .path("tallyResults")
                                .valueStream()
                                .flatMap(JsonNode::valueStream)
                                .filter(JsonNode::isTextual)))));
        return rounds;
    }

    private static ObjectNode round(Round round, int decimals, Comparator<String> order) {
        var shown = Answer.empty();
        shown.set("inactiveBallots", Counting.powers(round.inactive(), decimals));
        shown.put("round", round.number());
        shown.set("tally", Counting.powers(round.tally(), decimals));
        var results = shown.putArray("tallyResults");
        round.elected().stream().sorted(order).forEach(name -> results.add(outcome("elected", name, round, decimals)));
        round.eliminated().stream()
                .sorted(order)
                .forEach(name -> results.add(outcome("eliminated", name, round, decimals)));
        shown.set("threshold", Numbers.units(round.threshold(), decimals));
        return shown;
    }

    private static ObjectNode outcome(String what, String name, Round round, int decimals) {
        var shown = Answer.empty().put(what, name);
        shown.set("transfers", Counting.powers(round.transfers().getOrDefault(name, Map.of()), decimals));
        return shown;
    }
}
