// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;

/** Reads what a chamber counted: the counts by name, or ballots, which the chamber's own voting method then counts. */
final class CountReader {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int MAX_WORDS = 200;

    private final Judge judge;
    private final Question question;
    private final List<Tally.Ballot> ballots = new ArrayList<>();

    CountReader(Judge judge, Question question) {
        this.judge = judge;
        this.question = question;
    }

    /** The ballots of the policy's own chamber that were read so far. */
    List<Tally.Ballot> ballots() {
        return ballots;
    }

    /** The counts of a chamber by name; what is not said is 0. */
    Map<String, BigInteger> counts(Value value, ChamberJudge chamber) {
        var section = value.section();
        var counts = new LinkedHashMap<String, BigInteger>();
        for (var name : chamber.method().counts()) {
            counts.put(name, section.find(name).map(Quantities::number).orElse(BigInteger.ZERO));
        }
        section.finish();
        return counts;
    }

    /** What the chamber found, if these are its counts. */
    Result result(Map<String, BigInteger> counts, ChamberJudge chamber, Optional<Value> voters) {
        var sum = counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var cast = voters.map(value -> value.integer(0, Long.MAX_VALUE)).orElseGet(() -> ballots(sum));
        var words = counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .toList();
        return new Result(cast, winners(counts, chamber), counts, List.of(), String.join(", ", words) + ".");
    }

    /** Which of these counts members have cast themselves; what is not said is 0. */
    Result own(Value value, ChamberJudge chamber, Result all) {
        var own = counts(value, chamber);
        own.forEach((name, count) -> {
            if (count.compareTo(all.counts().getOrDefault(name, BigInteger.ZERO)) > 0) {
                value.complain("bad-value", "More " + name + " than was counted.");
            }
        });
        return result(own, chamber, Optional.empty());
    }

    // Where counts are choices, the method itself says who has won.
    private List<String> winners(Map<String, BigInteger> counts, ChamberJudge chamber) {
        if (!chamber.method().countsAreChoices()) {
            return List.of();
        }
        var cast = new ArrayList<Counted>();
        for (var count : counts.entrySet()) {
            var choice = new Counted(count.getKey(), 1, count.getValue());
            if (refusal(choice, chamber).isPresent()) {
                return List.of();
            }
            cast.add(choice);
        }
        return chamber.method().tally(cast, question).winners();
    }

    /** What the chamber's voting method counts in these ballots. */
    Result tally(Value value, ChamberJudge chamber) {
        var cast = new ArrayList<Counted>();
        try {
            chamber.method().checkQuestion(question);
        } catch (InvalidQuestion e) {
            return value.bad(e.reason(), "", chamber.nothing());
        }
        for (var item : value.list()) {
            var ballot = ballot(item.section(), chamber);
            ballot.ifPresent(one -> cast.add(new Counted(one.choice(), one.count(), one.power())));
            if (chamber.chamber().name().equals(judge.policy().first().main().name())) {
                ballot.ifPresent(ballots::add);
            }
        }
        return chamber.method().tally(cast, question);
    }

    private Optional<Tally.Ballot> ballot(Section section, ChamberJudge chamber) {
        var choice = section.need("choice");
        var power = section.find("power").map(Quantities::number).orElse(BigInteger.ONE);
        var count = section.find("count")
                .map(value -> value.integer(0, Long.MAX_VALUE))
                .orElse(1L);
        var voter = section.find("voter").map(value -> value.words(MAX_WORDS)).orElse("");
        section.finish();
        var refused = refusal(new Counted(choice.data(), count, power), chamber);
        refused.ifPresent(reason -> choice.bad(reason, "", reason));
        return refused.isPresent()
                ? Optional.empty()
                : Optional.of(new Tally.Ballot(voter, choice.data(), power, count));
    }

    // What ballots of one group have in common is their choice; where the method asks for it, their power too.
    private Optional<String> refusal(Counted group, ChamberJudge chamber) {
        var method = chamber.method();
        try {
            method.check(group.choice(), question);
            if (!method.mergesPowers()) {
                method.checkPower(group.choice(), group.each(), question);
            }
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of("Ballots of different power are listed one by one here.");
        } catch (InvalidChoice e) {
            return Optional.of(e.reason());
        }
    }

    /** So many ballots of one vote each, as far as a long goes. */
    static long ballots(BigInteger power) {
        return power.min(MOST).longValueExact();
    }
}
