// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.policies.DuelMethod;
import org.folkmoot.policies.Duels;
import org.folkmoot.policies.Unranked;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;

/** One set of ballots with what is asked about it, as the format {@code dao-tally-case/1} writes it. */
final class TallyCase {
    private final JsonNode file;
    private final Question question;
    private final Map<Unranked, Duels> duels = new EnumMap<>(Unranked.class);

    TallyCase(JsonNode file) {
        this.file = file;
        this.question = new Question(id(), texts(file.path("candidates")));
    }

    String id() {
        return file.path("id").asText();
    }

    JsonNode file() {
        return file;
    }

    String format() {
        return file.path("ballotFormat").path("type").asText();
    }

    Question question() {
        return question;
    }

    List<String> candidates() {
        return question.options();
    }

    JsonNode checks() {
        return file.path("checks");
    }

    /** Refuses a case whose ballots are not of one of these kinds, or that has no candidates for them. */
    void expect(String... formats) {
        if (!List.of(formats).contains(format())) {
            throw new NotSupported("This method does not count ballots of the kind '" + format() + "'.");
        }
        if (candidates().isEmpty() && !format().equals("sortition-pool")) {
            throw new NotSupported("The case has no candidates.");
        }
        var names = new HashSet<String>();
        candidates().stream().filter(name -> !names.add(name)).findFirst().ifPresent(name -> {
            throw new NotSupported("Two candidates are called '" + name + "'.");
        });
    }

    /** The groups of ballots as they are written, each with its number and its choice at least. */
    List<JsonNode> groups() {
        var groups = file.path("ballots").valueStream().toList();
        for (var group : groups) {
            var count = group.path(0);
            if (!count.isIntegralNumber() || count.bigIntegerValue().signum() < 0) {
                throw new NotSupported("A group of ballots begins with how many they are, not with " + count + ".");
            }
            if (group.size() < 2) {
                throw new NotSupported("A group of ballots has a choice after its number: " + group + ".");
            }
        }
        return groups;
    }

    /** The groups of ballots, with each choice read as asked. */
    List<Counted> ballots(Function<JsonNode, Object> reading) {
        var ballots = new ArrayList<Counted>(file.path("ballots").size());
        for (var group : groups()) {
            var count = group.get(0);
            ballots.add(new Counted(reading.apply(group.get(1)), count.asLong(), count.bigIntegerValue()));
        }
        return ballots;
    }

    /**
     * Rankings whose levels are lists of candidates; one candidate may stand without a list. In records of ballots as they
     * were marked, ranks without a mark and what repeats a candidate say nothing about the order; nor do marks that were not
     * recorded, while those that were are level.
     */
    List<Counted> rankings() {
        expect("ranked", "ranked-cvr");
        return ballots(ranking -> {
            var ranks = Ranks.of(ranking, this);
            return format().equals("ranked") ? ranks : Ranks.order(ranks);
        });
    }

    /** The same for methods to which a rank with several marks is an overvote, so that it stays one. */
    List<Counted> marked() {
        expect("ranked", "ranked-cvr");
        return ballots(ranking -> {
            var ranks = Ranks.of(ranking, this);
            return format().equals("ranked") ? ranks : Ranks.marked(ranks);
        });
    }

    /** The same for methods that take no overvote: whether its marks were recorded or not, it is not counted. */
    List<Counted> clean() {
        var ballots = marked();
        if (ballots.stream().anyMatch(group -> Ranks.isOvervoted(group.choice()))) {
            throw new NotSupported("Only one candidate may be at a rank, and a ballot has an overvote.");
        }
        return ballots;
    }

    /**
     * How much power prefers each candidate to each other: from the rankings, or as the file has it. Made once.
     *
     * @param unranked what a ranking says about candidates that it leaves out
     */
    Duels duels(Unranked unranked) {
        return duels.computeIfAbsent(
                unranked,
                _ -> format().equals("pairwise-matrix") ? matrix() : DuelMethod.duels(rankings(), question, unranked));
    }

    private Duels matrix() {
        expect("pairwise-matrix");
        var read = new Duels(candidates().size());
        for (var one = 0; one < candidates().size(); one++) {
            for (var other = 0; other < candidates().size(); other++) {
                read.add(
                        one,
                        other,
                        one == other
                                ? BigInteger.ZERO
                                : Numbers.amount(file.path("matrix").path(one).path(other)));
            }
        }
        return read;
    }

    /** How many decimals the numbers of ballots have, which are then in units of 10^−decimals. */
    int weightDecimals() {
        return file.path("weightDecimals").asInt(0);
    }

    /** What the file says about its count that is not done here. */
    List<String> passedOver() {
        return texts(file.path("passedOver"));
    }

    BigInteger total() {
        return Numbers.amountOrNothing(file.path("totalBallots"));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
