// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.policies.SingleTransferableVote.Quota;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** One count of transferable votes, stage by stage. */
final class TransferableCount {
    /** What is said of votes that count for nobody any more. */
    private static final String NOWHERE = "nonTransferable";

    /** Ballots that go the same way: what is left of their ranking, their power, and what each unit of it is worth. */
    private record Papers(List<Integer> order, BigInteger power, Ratio value) {}

    private final Question question;
    private final SingleTransferableVote.Settings settings;
    private final int decimals;
    private final Scoreboard board;
    private final Optional<Fraction> stated;
    private final List<List<Papers>> piles = new ArrayList<>();
    private final List<Ratio> votes = new ArrayList<>();
    private final Set<Integer> continuing = new TreeSet<>();
    private final LinkedHashSet<Integer> elected = new LinkedHashSet<>();
    private final LinkedHashSet<Integer> surpluses = new LinkedHashSet<>();
    private final List<List<Ratio>> stages = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final TransferTies ties;
    private final Comparator<Integer> strength;
    private Ratio quota = Ratio.ZERO;
    private Ratio lowest = Ratio.ZERO;

    TransferableCount(
            Question question, SingleTransferableVote.Settings settings, Scoreboard board, Optional<Fraction> stated) {
        this.stated = stated;
        this.question = question;
        this.settings = settings;
        this.decimals = settings.places();
        this.board = board;
        this.ties = new TransferTies(question, settings, stages);
        this.strength = ties.strength(votes);
        for (var option = 0; option < question.options().size(); option++) {
            piles.add(new ArrayList<>());
            votes.add(Ratio.ZERO);
            continuing.add(option);
        }
    }

    void add(List<Integer> order, BigInteger power) {
        place(new Papers(order, power, Ratio.ONE));
    }

    Result run() {
        if (board.marked().signum() == 0) {
            return board.result(List.of(), BigInteger.ZERO, BigInteger.ZERO, List.of(), "Nobody wins.");
        }
        quota = stated.map(number -> new Ratio(number.numerator(), number.denominator()))
                .orElseGet(this::named);
        elect(List.of(), Map.of(), "");
        while (elected.size() < settings.seats() && !continuing.isEmpty()) {
            if (surpluses.isEmpty()) {
                exclude();
            } else {
                transfer();
            }
        }
        var winners = List.copyOf(elected);
        var words = "Elected in this order: " + String.join(", ", board.names(winners)) + "; the quota is "
                + Scoreboard.shown(quota.units(decimals), decimals) + ".";
        return board.result(
                winners, lowest.units(decimals), Ratio.of(board.marked()).units(decimals), rounds, words);
    }

    Fraction quota() {
        return fraction(quota);
    }

    /** The votes of each option after each stage. */
    List<List<Fraction>> votes() {
        return stages.stream()
                .map(stage -> stage.stream().map(TransferableCount::fraction).toList())
                .toList();
    }

    private static Fraction fraction(Ratio number) {
        return new Fraction(number.over(), number.under());
    }

    private Ratio named() {
        var power = Ratio.of(board.marked());
        var seats = BigInteger.valueOf(settings.seats());
        var droop = power.dividedBy(Ratio.of(seats.add(BigInteger.ONE)));
        return switch (settings.quota().orElse(Quota.DROOP)) {
            case DROOP -> Ratio.of(droop.units(0).add(BigInteger.ONE));
            case HAGENBACH_BISCHOFF -> droop;
            case HARE -> power.dividedBy(Ratio.of(seats));
        };
    }

    private boolean reached(int option) {
        var compared = votes.get(option).compareTo(quota);
        var above = stated.isEmpty() && settings.quota().orElse(Quota.DROOP) == Quota.HAGENBACH_BISCHOFF;
        return above ? compared > 0 : compared >= 0;
    }

    /** Closes a stage: elects who reached the quota, and everybody when there are no more than seats. */
    private void elect(List<Integer> out, Map<String, Map<String, BigInteger>> moved, String words) {
        var now = new ArrayList<>(continuing.stream().filter(this::reached).toList());
        now.sort(strength.reversed());
        take(now);
        if (elected.size() < settings.seats() && continuing.size() <= settings.seats() - elected.size()) {
            var rest = new ArrayList<>(continuing);
            rest.sort(strength.reversed());
            take(rest);
            now.addAll(rest);
        }
        stages.add(List.copyOf(votes));
        var tally = new LinkedHashMap<String, BigInteger>();
        var held = Ratio.ZERO;
        for (var option = 0; option < votes.size(); option++) {
            held = held.plus(votes.get(option));
            if (continuing.contains(option) || elected.contains(option)) {
                tally.put(question.options().get(option), votes.get(option).units(decimals));
            }
        }
        var lost = Ratio.of(board.marked()).minus(held).units(decimals);
        rounds.add(new Round(
                rounds.size() + 1,
                tally,
                quota.units(decimals),
                Map.of(NOWHERE, lost),
                board.names(now),
                board.names(out),
                moved,
                words));
    }

    private void take(List<Integer> options) {
        for (var option : options) {
            if (elected.size() < settings.seats()) {
                lowest = elected.isEmpty() || votes.get(option).compareTo(lowest) < 0 ? votes.get(option) : lowest;
                elected.add(option);
                continuing.remove(option);
                if (votes.get(option).compareTo(quota) > 0) {
                    surpluses.add(option);
                }
            }
        }
    }

    private void transfer() {
        var from = surpluses.stream().max(strength).orElseThrow();
        var tied = ties.words(surpluses, from, votes);
        surpluses.remove(from);
        var total = votes.get(from);
        var part = total.minus(quota).dividedBy(total);
        var papers = piles.set(from, new ArrayList<>());
        votes.set(from, quota);
        for (var paper : papers) {
            var value = paper.value().times(part);
            var kept = settings.exact().orElse(false) ? value : value.truncated(decimals);
            place(new Papers(paper.order(), paper.power(), kept));
        }
        elect(List.of(), moved(from), tied + "What " + name(from) + " has above the quota moves on.");
    }

    private void exclude() {
        var out = continuing.stream().min(strength).orElseThrow();
        var tied = ties.words(continuing, out, votes);
        continuing.remove(out);
        votes.set(out, Ratio.ZERO);
        piles.set(out, new ArrayList<>()).forEach(this::place);
        elect(List.of(out), moved(out), tied + name(out) + " goes out.");
    }

    private String name(int option) {
        return question.options().get(option);
    }

    /** Where the votes went that an option had before this stage; those that rounding takes go nowhere, too. */
    private Map<String, Map<String, BigInteger>> moved(int from) {
        var before = stages.getLast();
        var moved = new LinkedHashMap<String, BigInteger>();
        var nowhere = before.get(from).minus(votes.get(from)).units(decimals);
        for (var option : continuing) {
            var units = votes.get(option).minus(before.get(option)).units(decimals);
            if (units.signum() > 0) {
                moved.put(name(option), units);
                nowhere = nowhere.subtract(units);
            }
        }
        if (nowhere.signum() > 0) {
            moved.merge(NOWHERE, nowhere, BigInteger::add);
        }
        return Map.of(name(from), moved);
    }

    /** Puts papers where they count next; those that have nowhere to go count for nobody. */
    private void place(Papers papers) {
        var order = papers.order();
        for (var place = 0; place < order.size(); place++) {
            var option = order.get(place);
            if (continuing.contains(option)) {
                piles.get(option)
                        .add(new Papers(order.subList(place + 1, order.size()), papers.power(), papers.value()));
                votes.set(option, votes.get(option).plus(papers.value().times(papers.power())));
                return;
            }
        }
    }
}
