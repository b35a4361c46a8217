// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;
import org.folkmoot.policy.VotingMethod;

/**
 * Elects a committee from lists of approved options, by number from 0, so that groups of voters get their share of it.
 * What proportion means, the rule says. An empty list is a blank ballot.
 */
public final class ApprovalCommittee implements VotingMethod<ApprovalCommittee.Settings> {
    /** How many committees may be looked at one by one. */
    private static final BigInteger MOST = BigInteger.valueOf(20_000);

    /**
     * How to elect. Only the seats must be said.
     *
     * @param seats how many are elected
     * @param rule what makes a committee good; else {@code equal-shares}
     * @param tie which of several committees it is, where options are tied: {@code order}, {@code lot} or {@code
     *     nobody}, so that no committee is elected unless it is the only one; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(long seats, Optional<CommitteeRule> rule, Optional<TieRule> tie, Optional<String> seed) {
        public Settings {
            Options.bounded(seats, 1, 100, "seats");
            if (Ties.of(tie, seed).rule() == TieRule.ALL) {
                throw new IllegalArgumentException("a committee has so many seats: tie cannot be all");
            }
        }

        CommitteeRule how() {
            return rule.orElse(CommitteeRule.EQUAL_SHARES);
        }
    }

    @Override
    public String id() {
        return "approval-committee";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<String> counts(Settings settings) {
        return Scoreboard.COUNTS;
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        Options.check(question);
        var options = question.options().size();
        if (settings.seats() > options) {
            throw new InvalidQuestion("There are " + options + " options for " + settings.seats() + " seats.");
        }
        if (settings.how().looksAtAll() && committees(options, settings.seats()).compareTo(MOST) > 0) {
            throw new InvalidQuestion("There are more than " + MOST + " possible committees; use a sequential rule.");
        }
    }

    private static BigInteger committees(int options, long seats) {
        var count = BigInteger.ONE;
        for (var seat = 1; seat <= seats; seat++) {
            count = count.multiply(BigInteger.valueOf(options - seat + 1L)).divide(BigInteger.valueOf(seat));
        }
        return count;
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        if (!(choice instanceof List<?> options)) {
            throw new InvalidChoice("The choice is a list of options, such as [0, 2].");
        }
        Options.numbers(options, question);
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var powers = new LinkedHashMap<BitSet, BigInteger>();
        for (var group : ballots) {
            var approved = new BitSet();
            Options.numbers((List<?>) group.choice(), question).forEach(approved::set);
            board.cast(group, approved.isEmpty());
            if (!approved.isEmpty()) {
                powers.merge(approved, group.power(), BigInteger::add);
            }
        }
        var approvals = new Approvals(question.options().size(), (int) settings.seats(), List.copyOf(groups(powers)));
        var scores = approvals.powers();
        if (board.marked().signum() == 0) {
            var none =
                    new Round(1, board.byName(scores), BigInteger.ZERO, Map.of(), List.of(), List.of(), Map.of(), "");
            return board.result(List.of(), BigInteger.ZERO, BigInteger.ZERO, List.of(none), "Nobody wins.");
        }
        return result(board, approvals, question, settings);
    }

    private static List<Approvals.Group> groups(Map<BitSet, BigInteger> powers) {
        var groups = new ArrayList<Approvals.Group>();
        powers.forEach((approved, power) -> {
            if (power.signum() > 0) {
                groups.add(new Approvals.Group(approved, power));
            }
        });
        // The order of the ballots is not to be seen in the exact arithmetic either.
        groups.sort((one, other) ->
                one.approved().toString().compareTo(other.approved().toString()));
        return groups;
    }

    private static Result result(Scoreboard board, Approvals approvals, Question question, Settings settings) {
        var ties = Ties.of(settings.tie(), settings.seed());
        var committees = settings.how().committees(approvals, ties.strength(question), 2);
        var unique = committees.size() == 1;
        var winners = unique || ties.rule() != TieRule.NOBODY
                ? committees.getFirst().stream().boxed().toList()
                : List.<Integer>of();
        var scores = approvals.powers();
        var round = new Round(
                1,
                board.byName(scores),
                BigInteger.ZERO,
                Map.of(),
                board.names(winners),
                List.of(),
                Map.of(),
                unique ? "" : "More than one committee is as good. " + ties.words());
        var lowest = winners.stream().map(scores::get).reduce(BigInteger::min).orElse(BigInteger.ZERO);
        var words = winners.isEmpty()
                ? "Nobody wins."
                : "Elected " + settings.how().words() + ": " + String.join(", ", board.names(winners)) + ".";
        return board.result(winners, lowest, Weights.sum(scores), List.of(round), words);
    }
}
