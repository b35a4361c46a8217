// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Result;

/** Finds out who could have turned a poll: all who voted together, or one of them alone. */
final class Pivots {
    private final StageJudge stage;
    private final ChamberJudge main;
    private final Map<String, Facts> facts;
    private final Tally tally;
    private final boolean yes;
    private final Map<Object, Counted> groups = new HashMap<>();

    Pivots(StageJudge stage, Map<String, Facts> facts, Tally tally) {
        this.stage = stage;
        this.main = stage.chambers().getFirst();
        this.facts = facts;
        this.tally = tally;
        this.yes = stage.saysYes(facts);
    }

    /** Whether the power that was cast could have passed it; where power does not add up, nobody knows that it could not. */
    boolean reachable() {
        if (yes || !main.method().countsAreChoices()) {
            return true;
        }
        var counts = StageJudge.of(main, facts).counts();
        var cast = counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return counts.keySet().stream().anyMatch(choice -> {
            var alike = new LinkedHashMap<>(counts);
            alike.replaceAll((name, _) -> name.equals(choice) ? cast : BigInteger.ZERO);
            return stage.saysYes(with(StageJudge.of(main, facts).counting(alike)));
        });
    }

    /** Everybody whose ballots are known and who could have turned it alone. */
    SortedSet<String> pivotal() {
        var byVoter = new LinkedHashMap<String, List<Counted>>();
        for (var ballot : tally.ballots()) {
            if (!ballot.voter().isEmpty()) {
                byVoter.computeIfAbsent(ballot.voter(), _ -> new ArrayList<>()).add(counted(ballot));
            }
        }
        var choices = choices();
        var pivotal = new TreeSet<String>();
        byVoter.forEach((voter, own) -> {
            var rest = rest(own);
            var turns = turns(rest) || choices.stream().anyMatch(choice -> turns(plus(rest, instead(choice, own))));
            if (turns) {
                pivotal.add(voter);
            }
        });
        return pivotal;
    }

    private static Counted counted(Tally.Ballot ballot) {
        return new Counted(ballot.choice(), ballot.count(), ballot.power());
    }

    // Of a method whose counts are no choices nobody can list the choices; staying away is one for every method.
    private List<String> choices() {
        return main.method().countsAreChoices()
                ? main.method().counts().stream().filter(this::isChoice).toList()
                : List.of();
    }

    private boolean isChoice(String name) {
        try {
            main.method().check(name, tally.question());
            return true;
        } catch (InvalidChoice _) {
            return false;
        }
    }

    private static Counted instead(String choice, List<Counted> own) {
        var count = own.stream().mapToLong(Counted::ballots).sum();
        var power = own.stream().map(Counted::power).reduce(BigInteger.ZERO, BigInteger::add);
        return new Counted(choice, count, power);
    }

    private static List<Counted> plus(List<Counted> rest, Counted more) {
        var all = new ArrayList<>(rest);
        all.add(more);
        return all;
    }

    // Where ballots may lie in one group, the many become few, and each voter costs little.
    private List<Counted> rest(List<Counted> own) {
        var rest = new ArrayList<Counted>();
        if (!main.method().mergesPowers()) {
            tally.ballots().forEach(ballot -> rest.add(counted(ballot)));
            own.forEach(rest::remove);
            return rest;
        }
        grouped().forEach((choice, group) -> {
            var ballots = group.ballots();
            var power = group.power();
            for (var mine : own) {
                if (mine.choice().equals(choice)) {
                    ballots -= mine.ballots();
                    power = power.subtract(mine.power());
                }
            }
            rest.add(new Counted(choice, ballots, power));
        });
        return rest;
    }

    private Map<Object, Counted> grouped() {
        if (groups.isEmpty()) {
            tally.ballots()
                    .forEach(ballot -> groups.merge(
                            ballot.choice(),
                            counted(ballot),
                            (one, other) -> new Counted(
                                    one.choice(),
                                    Math.addExact(one.ballots(), other.ballots()),
                                    one.power().add(other.power()))));
        }
        return groups;
    }

    private boolean turns(List<Counted> ballots) {
        Result result = main.method().tally(ballots, tally.question());
        var was = StageJudge.of(main, facts);
        var changed = Facts.of(result, was.rollPower(), was.rollMembers()).with(was.measures(), was.rates());
        return stage.saysYes(with(changed)) != yes;
    }

    private Map<String, Facts> with(Facts changed) {
        var all = new HashMap<>(facts);
        all.put(main.chamber().name(), changed);
        return all;
    }
}
