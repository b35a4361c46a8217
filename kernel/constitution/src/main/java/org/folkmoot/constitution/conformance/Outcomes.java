// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.constitution.course.Cast;
import org.folkmoot.constitution.course.DepositJudge;
import org.folkmoot.constitution.course.History;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Quantities;
import org.folkmoot.constitution.course.Standing;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.TraceLine;

/** Compares where a proposal stands with what is expected of it. */
final class Outcomes {
    private final Judge judge;
    private final History history;
    private final Mismatches mismatches;

    Outcomes(Judge judge, History history, Mismatches mismatches) {
        this.judge = judge;
        this.history = history;
        this.mismatches = mismatches;
    }

    void compare(Standing standing, Optional<String> end, Section expected) {
        mismatches.text(
                expected, "outcome", Optional.of(word(standing.decision().outcome())));
        mismatches.text(expected, "phase", Optional.of(word(standing.phase())));
        mismatches.text(expected, "stage", Optional.of(standing.stage()));
        instant(expected, "opensAt", Optional.of(standing.opensAt()));
        instant(expected, "deadline", Optional.of(standing.deadline()));
        instant(expected, "decidedAt", standing.decidedAt());
        instant(expected, "eta", standing.eta());
        instant(expected, "expiry", standing.expiry());
        expected.find("timelock")
                .ifPresent(value -> mismatches.same(
                        "timelock",
                        value.duration().toString(),
                        standing.timelock().map(Object::toString).orElse("none")));
        mismatches.text(
                expected,
                "deposit",
                end.map(word -> fate(word, standing)).orElse(standing.deposit()).map(Outcomes::words));
        trends(standing.trends(), expected);
        expected.find("rules").map(Value::section).ifPresent(rules -> rules(standing, rules));
        last().ifPresent(cast -> new Scores(mismatches).compare(cast.result(), expected));
    }

    private Optional<Cast> last() {
        var main = judge.policy().first().main().name();
        return history.casts().stream()
                .filter(cast -> cast.chamber().equals(main))
                .reduce((_, later) -> later);
    }

    private Optional<DepositJudge.Fate> fate(String end, Standing standing) {
        var result = last().map(Cast::result).orElse(new Result(0, List.of(), Map.of(), List.of(), ""));
        return Optional.of(judge.fate(end, standing.decision(), Facts.of(result, BigInteger.ZERO, 0)));
    }

    private void instant(Section expected, String name, Optional<Instant> actual) {
        expected.find(name).ifPresent(value -> {
            var wanted = value.data().equals("none")
                    ? "none"
                    : Quantities.instant(value, history.submittedAt()).toString();
            mismatches.same(name, wanted, actual.map(Instant::toString).orElse("none"));
        });
    }

    private void trends(Map<String, Fraction> trends, Section expected) {
        expected.find("trends")
                .map(Value::section)
                .ifPresent(section -> section.all()
                        .forEach(entry -> mismatches.number(
                                "trend " + entry.getKey(),
                                entry.getValue(),
                                Optional.empty(),
                                Optional.ofNullable(trends.get(entry.getKey())))));
    }

    private void rules(Standing standing, Section rules) {
        for (var entry : rules.all()) {
            var line = standing.decision().trace().stream()
                    .filter(one -> one.rule().equals(entry.getKey()))
                    .findFirst();
            if (line.isEmpty()) {
                mismatches.add("the trace has no rule " + entry.getKey());
            } else {
                rule(line.get(), entry.getValue().section());
            }
        }
    }

    private void rule(TraceLine line, Section expected) {
        var counted = sum(line.numerator());
        var whole = sum(line.denominator());
        var exact = Optional.<Fraction>empty();
        expected.find("passed")
                .ifPresent(value -> mismatches.same(line.rule(), "" + value.truth(), "" + line.passed()));
        expected.find("boundary")
                .ifPresent(value -> mismatches.number(
                        line.rule() + " boundary", value, exact, Optional.of(Fraction.parse(line.boundary()))));
        expected.find("count")
                .ifPresent(value -> mismatches.same(
                        line.rule() + " count", Quantities.number(value).toString(), counted.toString()));
        expected.find("of")
                .ifPresent(value -> mismatches.same(
                        line.rule() + " of", Quantities.number(value).toString(), whole.toString()));
        expected.find("share")
                .ifPresent(value -> mismatches.number(
                        line.rule() + " share",
                        value,
                        exact,
                        Optional.of(whole).filter(of -> of.signum() > 0).map(of -> new Fraction(counted, of))));
        expected.finish();
    }

    private static BigInteger sum(List<Operand> operands) {
        return operands.stream().map(Operand::value).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static String words(DepositJudge.Fate fate) {
        var whole = fate.part().compareTo(Fraction.of(1, 1)) == 0;
        return word(fate.fate()) + (whole ? "" : " " + fate.part());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
