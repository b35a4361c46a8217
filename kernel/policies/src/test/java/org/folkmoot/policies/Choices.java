// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.InstantRunoff.Settings;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;

/** Short ways to write ballots and settings in a test. */
final class Choices {
    private Choices() {}

    /** Some ballots with one ranking, written as in {@code ballots.csv}: {@code "3,,1+2"}. */
    static Counted ranked(long ballots, String ranks) {
        return new Counted(ranking(ranks), ballots, BigInteger.valueOf(ballots));
    }

    static List<Object> ranking(String ranks) {
        return ranks.isEmpty()
                ? List.of()
                : Stream.of(ranks.split(",", -1)).map(Choices::rank).toList();
    }

    private static Object rank(String rank) {
        if (rank.equals("overvote")) {
            return rank;
        }
        return rank.isEmpty()
                ? List.of()
                : Stream.of(rank.split("\\+")).map(Long::valueOf).toList();
    }

    static Counted cast(String choice, long power) {
        return new Counted(choice, power, BigInteger.valueOf(power));
    }

    static Question among(String... options) {
        return new Question("Which one?", List.of(options));
    }

    static Result runoff(Settings settings, Question question, Counted... ballots) {
        var method = new InstantRunoff();
        for (var group : ballots) {
            method.check(group.choice(), question, settings);
        }
        return method.tally(List.of(ballots), question, settings);
    }

    /** Powers by name, written as {@code "A 4, B 3"}. */
    static Map<String, BigInteger> powers(String written) {
        return Stream.of(written.split(", "))
                .map(power -> power.split(" "))
                .collect(Collectors.toMap(power -> power[0], power -> new BigInteger(power[1])));
    }

    /** Builds settings one by one; whatever is not said is left out. */
    static final class With {
        private Optional<OvervoteRule> overvoteRule = Optional.empty();
        private Optional<Long> maxSkipped = Optional.empty();
        private Optional<Long> maxRankings = Optional.empty();
        private Optional<Boolean> exhaustOnDuplicate = Optional.empty();
        private Optional<Boolean> batch = Optional.empty();
        private Optional<Boolean> untilTwo = Optional.empty();
        private Optional<Boolean> complete = Optional.empty();
        private Optional<List<String>> neverWins = Optional.empty();
        private Optional<TieBreak> tieBreak = Optional.empty();
        private Optional<String> seed = Optional.empty();
        private Optional<Boolean> waits = Optional.empty();

        With overvoteRule(OvervoteRule rule) {
            overvoteRule = Optional.of(rule);
            return this;
        }

        With maxSkipped(long most) {
            maxSkipped = Optional.of(most);
            return this;
        }

        With maxRankings(long most) {
            maxRankings = Optional.of(most);
            return this;
        }

        With exhaustOnDuplicate(boolean value) {
            exhaustOnDuplicate = Optional.of(value);
            return this;
        }

        With batch(boolean value) {
            batch = Optional.of(value);
            return this;
        }

        With untilTwo(boolean value) {
            untilTwo = Optional.of(value);
            return this;
        }

        With complete(boolean value) {
            complete = Optional.of(value);
            return this;
        }

        With neverWins(String... options) {
            neverWins = Optional.of(List.of(options));
            return this;
        }

        With tieBreak(TieBreak rule) {
            tieBreak = Optional.of(rule);
            return this;
        }

        With lot(String text) {
            seed = Optional.of(text);
            return tieBreak(TieBreak.LOT);
        }

        With waits(boolean value) {
            waits = Optional.of(value);
            return this;
        }

        Settings settings() {
            return new Settings(
                    overvoteRule,
                    maxSkipped,
                    maxRankings,
                    exhaustOnDuplicate,
                    batch,
                    untilTwo,
                    complete,
                    neverWins,
                    tieBreak,
                    seed,
                    waits);
        }
    }
}
