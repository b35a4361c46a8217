// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.course.Course;
import org.folkmoot.constitution.course.History;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Phase;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.TraceLine;

/** Rules of other systems, tried as policies: a Governor, and proposals that pass unless enough object. */
final class RuleTabulations {
    private static final Pattern VETOES = Pattern.compile("^vetoes (>=|>) ratio \\* supply$");
    private static final Pattern VOTES = Pattern.compile("^[0-9]{1,78}$");
    private static final BigInteger PARTS = BigInteger.valueOf(1_000_000);

    private RuleTabulations() {}

    static Answer governor(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        var quorum = parameters.matched("quorum", VOTES).map(match -> new BigInteger(match.group()));
        if (quorum.isEmpty()) {
            throw new NotSupported("There is no quorum.");
        }
        parameters.need("quorumCounts");
        var counts = sides(parameters, "quorumCounts");
        var strict = parameters.oneOf("pass", "for > against", "for >= against").equals("for > against");
        var early = parameters.matched("superQuorum", VOTES).map(match -> new BigInteger(match.group()));
        var closed = !parameters.has("votingClosed") || parameters.flag("votingClosed");
        if (!closed && early.isEmpty()) {
            return Answer.of(Answer.empty().put("state", "active"), "The poll is open.");
        }
        var judge = PolicyText.judge("""
                ballot: { method: for-against-abstain, revote: first }
                %s
                approval: { count: [for], of: [for, against], %s: 1/2 }
                timing: { delay: PT0S, period: P1D, timelock: PT0S, expires: P1D }
                """.formatted(
                quorum.get().signum() == 0
                        ? ""
                        : "quorum: { count: [" + String.join(", ", counts) + "], atLeast: \"" + quorum.get() + "\" }",
                strict ? "moreThan" : "atLeast"));
        var votes = votes(check);
        var enough = sides(parameters, "superQuorumCounts").stream()
                .map(side -> votes.getOrDefault(side, BigInteger.ZERO))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (!closed && early.filter(least -> enough.compareTo(least) >= 0).isEmpty()) {
            return Answer.of(Answer.empty().put("state", "active"), "The poll is open, and nothing ends it early.");
        }
        var cast = votes.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var decision = judge.decide(PolicyText.result(votes), PolicyText.roll(cast));
        var passed = decision.outcome() == Outcome.PASSED;
        var otherwise = closed ? "defeated" : "active";
        return new Answer(Answer.empty().put("state", passed ? "succeeded" : otherwise), words(decision));
    }

    /** The sides that a quorum counts; those in favor if nothing is said. */
    private static List<String> sides(Parameters parameters, String name) {
        if (!parameters.has(name)) {
            return List.of("for");
        }
        var sides = TallyCase.texts(parameters.find(name));
        if (!Refusal.SIDES.containsAll(sides) || sides.isEmpty()) {
            throw parameters.unknown(name, sides.toString());
        }
        return sides;
    }

    private static Map<String, BigInteger> votes(TallyCheck check) {
        var votes = new LinkedHashMap<String, BigInteger>();
        Refusal.SIDES.forEach(choice -> votes.put(choice, BigInteger.ZERO));
        for (var vote : check.input().path("votes")) {
            var choice = Refusal.side(vote.path("support"));
            if (!Refusal.SIDES.contains(choice)) {
                throw new NotSupported("A vote is against, for or abstain, not " + choice + ".");
            }
            votes.merge(choice, Numbers.amount(vote.path("weight")), BigInteger::add);
        }
        return votes;
    }

    static List<String> words(Decision decision) {
        return decision.trace().stream().map(TraceLine::words).toList();
    }

    static Answer lazy(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        if (parameters.has("optimisticRejectedThreshold")) {
            return CosmosTabulations.optimistic(counted, check);
        }
        if (!parameters.has("minVetoRatioPpm")) {
            return window(check, Optional.empty());
        }
        var reached = veto(check);
        return parameters.has("vetoPeriodSeconds") ? window(check, Optional.of(reached)) : reached;
    }

    private static Answer veto(TallyCheck check) {
        var ratio = new Fraction(Numbers.amount(check.parameters().need("minVetoRatioPpm")), PARTS);
        var operator = check.parameters()
                .matched("compare", VETOES)
                .map(match -> match.group(1).equals(">") ? "moreThan" : "atLeast")
                .orElse("atLeast");
        var judge = optimistic("veto: { count: [veto], of: roll, " + operator + ": " + ratio + " }", "P7D");
        var decision = judge.decide(
                PolicyText.result(Map.of("veto", vetoes(check), "keep", BigInteger.ZERO)),
                PolicyText.roll(Numbers.amount(check.input().path("supply"))));
        return new Answer(Answer.empty().put("vetoReached", decision.outcome() != Outcome.PASSED), words(decision));
    }

    private static BigInteger vetoes(TallyCheck check) {
        return check.input().path("vetoes").valueStream().map(Numbers::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Judge optimistic(String rules, String period) {
        return PolicyText.judge("""
                optimistic: true
                ballot: { method: for-against-abstain, choices: [veto, keep], revote: first }
                %s
                timing: { delay: PT0S, period: %s, timelock: PT0S, expires: P36500D }
                """.formatted(rules, period));
    }

    // What is asked is when the window for objections is over; a proposal that was stopped by them never gets there.
    private static Answer window(TallyCheck check, Optional<Answer> vetoed) {
        var seconds = check.parameters()
                .whole("vetoPeriodSeconds")
                .orElseThrow(() -> new NotSupported("Nothing says what stops a proposal that passes by itself."));
        if (vetoed.isEmpty() && vetoes(check).signum() > 0) {
            throw new NotSupported("There are vetoes, and nothing says how many of them stop the proposal.");
        }
        var stopped = vetoed.map(answer -> answer.values().path("vetoReached").asBoolean())
                .orElse(false);
        var judge = optimistic("veto: { count: [veto], of: roll, atLeast: 1/1 }", "PT" + seconds + "S");
        var roll = Map.of(judge.policy().body(), PolicyText.roll(BigInteger.ONE));
        var history = new History(Instant.EPOCH, roll, Map.of(), List.of());
        var values = vetoed.map(Answer::values).orElseGet(Answer::empty);
        var executable = values.putArray("executable");
        for (var elapsed : check.input().path("elapsed")) {
            var at = history.submittedAt().plusSeconds(Numbers.number(elapsed));
            executable.add(!stopped && Course.at(judge, history, at).phase() == Phase.EXECUTABLE);
        }
        return Answer.of(values, "Objections are taken for " + seconds + " seconds.");
    }
}
