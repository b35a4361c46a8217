// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.policies.Copeland;
import org.folkmoot.policies.DuelMethod;
import org.folkmoot.policies.Duels;
import org.folkmoot.policies.Minimax;
import org.folkmoot.policies.RankedPairs;
import org.folkmoot.policies.Schulze;
import org.folkmoot.policies.SingleChoice;
import org.folkmoot.policies.Strength;
import org.folkmoot.policies.TieRule;
import org.folkmoot.policies.Unranked;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;

/** Methods that compare candidates two by two, from rankings or from a matrix that was published. */
final class DuelTabulations {
    /** Words for who is compared with none, as a group, or for who is below all others. */
    private static final Pattern UNRANKED = Pattern.compile(
            "^(not?(?![a-z])|none|neither|ignore|incomparable|uncompared|unordered|explicit"
                    + "|(?!.*\\b(?:below|last)\\b).*\\b(?:not compared|no preference|no opinion|ignored|incomparable|uncompared|off)\\b)"
                    + "|^(?!.*\\bnot\\b).*\\b(?:below|last)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Optional<TieRule> ALL = Optional.of(TieRule.ALL);

    private DuelTabulations() {}

    static Answer schulze(TallyCase counted, TallyCheck check) {
        return ranked(
                new Schulze(), schulze(check, Optional.empty(), Optional.empty(), Optional.empty()), counted, check);
    }

    static Schulze.Settings schulze(
            TallyCheck check, Optional<String> defaultOption, Optional<Fraction> majority, Optional<Long> quorum) {
        return new Schulze.Settings(
                Optional.of(strength(check, "strength")),
                Optional.empty(),
                Optional.empty(),
                defaultOption,
                majority,
                quorum,
                ALL,
                Optional.empty());
    }

    static Answer paths(TallyCase counted, TallyCheck check) {
        var duels = duels(counted, check);
        var strength = strength(check, "strength");
        var paths = Schulze.paths(duels, strength);
        var strengths = Answer.empty();
        for (var one = 0; one < paths.length; one++) {
            var row = strengths.putObject(counted.candidates().get(one));
            for (var other = 0; other < paths.length; other++) {
                if (other != one) {
                    row.set(counted.candidates().get(other), shown(paths[one][other], duels, strength));
                }
            }
        }
        var values = Answer.empty();
        values.set("strengths", strengths);
        return Answer.of(values, "The strengths of the strongest paths: " + strengths);
    }

    /** A strength as it is published: a ratio is that of a duel which is as strong. */
    private static JsonNode shown(BigInteger path, Duels duels, Strength strength) {
        if (path.signum() == 0) return Numbers.whole(path);
        for (var one = 0; strength == Strength.RATIO && one < duels.options(); one++) {
            for (var other = 0; other < duels.options(); other++) {
                var against = duels.prefer(other, one);
                if (one != other
                        && against.signum() > 0
                        && Strength.RATIO.of(duels, one, other).equals(path)) {
                    return Numbers.exact(new Fraction(duels.prefer(one, other), against));
                }
            }
        }
        return Numbers.whole(path);
    }

    static Answer rankedPairs(TallyCase counted, TallyCheck check) {
        var settings = new RankedPairs.Settings(
                Optional.of(strength(check, "sort")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty());
        return ranked(new RankedPairs(), settings, counted, check);
    }

    static Answer minimax(TallyCase counted, TallyCheck check) {
        var variant = switch (check.parameters().oneOf("variant", "winning-votes", "margins", "pairwise-opposition")) {
            case "margins" -> Minimax.Variant.MARGINS;
            case "pairwise-opposition" -> Minimax.Variant.PAIRWISE_OPPOSITION;
            default -> Minimax.Variant.WINNING_VOTES;
        };
        var settings =
                new Minimax.Settings(Optional.of(variant), Optional.empty(), Optional.empty(), ALL, Optional.empty());
        return ranked(new Minimax(), settings, counted, check);
    }

    static Answer copeland(TallyCase counted, TallyCheck check) {
        var settings = new Copeland.Settings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ALL, Optional.empty());
        return ranked(new Copeland(), settings, counted, check);
    }

    static Answer plurality(TallyCase counted, TallyCheck check) {
        read(check);
        var method = new SingleChoice();
        var settings = new SingleChoice.Settings(Optional.empty(), ALL, Optional.empty());
        var ballots = new ArrayList<Counted>();
        for (var group : counted.marked()) {
            // Only a first place that is held alone is a vote for one candidate.
            if (group.choice() instanceof List<?> ranks
                    && !ranks.isEmpty()
                    && ranks.getFirst() instanceof List<?> first
                    && first.size() == 1
                    && first.getFirst() instanceof Long option) {
                ballots.add(new Counted(option, group.ballots(), group.power()));
            }
        }
        Counting.checked(method, settings, counted.question(), ballots);
        var result = method.tally(ballots, counted.question(), settings);
        var values = Answer.empty();
        values.set("winners", Counting.names(result.winners()));
        values.set("tally", Counting.powers(result.rounds().getFirst().tally(), 0));
        return new Answer(values, Counting.words(result, 0));
    }

    private static <S extends Record> Answer ranked(
            DuelMethod<S> method, S settings, TallyCase counted, TallyCheck check) {
        var ranking = method.ranking(duels(counted, check), counted.total(), counted.question(), settings);
        var values = Answer.empty();
        values.set("winners", named(ranking.getFirst(), counted));
        var tiers = values.putArray("ranking");
        ranking.forEach(tier -> tiers.add(named(tier, counted)));
        var words = ranking.stream()
                .map(tier -> String.join(" = ", TallyCase.texts(named(tier, counted))))
                .collect(Collectors.joining(", "));
        return Answer.of(values, "Ranking: " + words + ".");
    }

    static void read(TallyCheck check) {
        check.parameters().oneOf("unranked", "below-all-ranked");
        check.parameters().words("input", "pairwise matrix");
    }

    /** The duels of a case, with candidates that a ranking leaves out below all others, or compared with none. */
    static Duels duels(TallyCase counted, TallyCheck check) {
        check.parameters().words("input", "pairwise matrix");
        var last = check.parameters().matched("unranked", UNRANKED).filter(match -> match.group(1) == null);
        return counted.duels(check.parameters().has("unranked") && last.isEmpty() ? Unranked.IGNORED : Unranked.LAST);
    }

    private static Strength strength(TallyCheck check, String name) {
        return switch (check.parameters().words(name, "winning-votes", "margins", "ratio")) {
            case "margins" -> Strength.MARGINS;
            case "ratio" -> Strength.RATIO;
            default -> Strength.WINNING_VOTES;
        };
    }

    static ArrayNode named(List<Integer> options, TallyCase counted) {
        return Counting.names(options.stream().map(counted.candidates()::get).toList());
    }
}
