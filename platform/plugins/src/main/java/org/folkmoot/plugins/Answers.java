// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;
import org.folkmoot.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** Looks at answers while they are still behind the fence, and lets no other through than the contract allows. */
final class Answers {
    private static final int MOST_DECIMALS = 36;
    private static final BigInteger MOST_POWER = BigInteger.TEN.pow(30);
    private static final int MOST_BITS = 4_096;
    private static final int MOST_TEXT = 20_000;
    private static final int MOST_ITEMS = 100_000;

    private Answers() {}

    static <T> T there(@Nullable T answer, String what) {
        if (answer == null) throw new Unusable("it gave no " + what);
        return answer;
    }

    /** Room for a hundred million voters of it in the 38 digits that a sum has. */
    static BigInteger power(@Nullable BigInteger power) {
        var exact = number(power, "power");
        if (exact.compareTo(MOST_POWER) >= 0) throw new Unusable("it gave a power of more than 30 digits");
        return exact;
    }

    static Verdict verdict(@Nullable Verdict verdict) {
        var line = there(there(verdict, "verdict").line(), "trace");
        text(line.rule(), "name in its trace");
        text(line.operator(), "operator");
        text(line.fraction(), "fraction");
        text(line.boundary(), "boundary");
        text(line.tie(), "rule for a tie");
        text(line.words(), "words for its verdict");
        text(line.margin(), "margin");
        operands(line.numerator());
        operands(line.denominator());
        if (line.passed() != Proof.holds(line))
            throw new Unusable(
                    "its verdict is " + (line.passed() ? "passed" : "failed") + ", and its trace shows otherwise");
        return new Verdict(line.passed(), line);
    }

    static Result result(@Nullable Result given, List<Counted> ballots, Question question, List<String> names) {
        var result = there(given, "result");
        text(result.words(), "words for its result");
        numbers(result.counts());
        if (!result.counts().keySet().containsAll(names))
            throw new Unusable("it did not give every count that it names: " + names);
        if (result.ballots() != ballots.stream().mapToLong(Counted::ballots).sum())
            throw new Unusable("it counted " + result.ballots() + " ballots and was given others");
        if (!new HashSet<>(question.options()).containsAll(result.winners()))
            throw new Unusable("it lets something win that is no option");
        few(result.rounds()).forEach(Answers::round);
        return result;
    }

    private static void round(Round round) {
        numbers(round.tally());
        number(round.threshold(), "threshold of a round");
        numbers(round.inactive());
        names(round.elected());
        names(round.eliminated());
        few(round.transfers().values()).forEach(Answers::numbers);
        few(round.duels().values()).forEach(Answers::numbers);
        text(round.words(), "words for a round");
    }

    static Admission admission(@Nullable Admission given) {
        var admission = there(given, "admission");
        there(admission.answer(), "answer");
        text(admission.rule(), "name of its rule");
        text(admission.words(), "words for its answer");
        names(admission.nullifiers());
        few(admission.parts()).forEach(Answers::admission);
        return admission;
    }

    static List<String> names(@Nullable List<String> names) {
        var copy = List.copyOf(few(there(names, "names")));
        copy.forEach(name -> text(name, "name"));
        return copy;
    }

    static int decimals(int decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS)
            throw new Unusable("its decimals are not from 0 to " + MOST_DECIMALS);
        return decimals;
    }

    static List<Need> needs(@Nullable List<Need> given) {
        var needs = List.copyOf(few(there(given, "needs")));
        for (var need : needs) {
            text(
                    switch (need) {
                        case Need.Balances(String asset) -> asset;
                        case Need.Locks(String asset) -> asset;
                        case Need.Holdings(String kind) -> kind;
                    },
                    "name of a need");
        }
        return needs;
    }

    private static void operands(List<Operand> operands) {
        for (var operand : few(operands)) {
            text(operand.name(), "name of an operand");
            plain(operand.value(), "operand");
        }
    }

    private static void numbers(Map<String, BigInteger> numbers) {
        few(numbers.entrySet()).forEach(entry -> {
            text(entry.getKey(), "name of a count");
            number(entry.getValue(), "count");
        });
    }

    private static BigInteger number(@Nullable BigInteger number, String what) {
        var exact = plain(number, what);
        if (exact.signum() < 0) throw new Unusable("its " + what + " is below zero");
        return exact;
    }

    /** A subclass of the number's type would be code of the plugin that runs later, on this side of the fence. */
    private static BigInteger plain(@Nullable BigInteger number, String what) {
        var exact = there(number, what);
        if (exact.getClass() != BigInteger.class) throw new Unusable("its " + what + " is not a plain whole number");
        if (exact.bitLength() > MOST_BITS) throw new Unusable("its " + what + " is too large");
        return exact;
    }

    private static void text(@Nullable String text, String what) {
        if (there(text, what).length() > MOST_TEXT) throw new Unusable("its " + what + " is too long");
    }

    private static <C extends Collection<?>> C few(C items) {
        if (items.size() > MOST_ITEMS) throw new Unusable("its answer is too long");
        return items;
    }
}
