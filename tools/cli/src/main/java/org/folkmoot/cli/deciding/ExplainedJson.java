// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.cli.client.Api;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.course.Explanation;
import org.folkmoot.constitution.course.Explanation.Ruling;
import org.folkmoot.constitution.course.Margin;
import org.folkmoot.constitution.course.Standing;
import org.folkmoot.policy.Operand;

/** Writes an explanation for programs; {@code decision.schema.json} describes it. Numbers of any size are texts. */
final class ExplainedJson {
    private final Constitution constitution;

    ExplainedJson(Constitution constitution) {
        this.constitution = constitution;
    }

    ObjectNode of(Explanation explanation) {
        var standing = explanation.standing();
        var json = Api.JSON
                .createObjectNode()
                .put("constitution", constitution.hash().hex())
                .put("policy", explanation.policy())
                .put("name", explanation.tally().name())
                .put("at", explanation.at().toString())
                .put("decided", explanation.decided())
                .put("outcome", word(standing.decision().outcome()))
                .put("phase", word(standing.phase()))
                .put("stage", standing.stage())
                .put("words", standing.decision().words());
        standing.decision().winners().forEach(json.putArray("winners")::add);
        var rules = json.putArray("rules");
        explanation.rules().forEach(ruling -> rule(rules.addObject(), ruling));
        margin(json.putObject("margin"), explanation.margin());
        explanation.deposit().ifPresent(back -> deposit(json.putObject("deposit"), back));
        times(json.putObject("times"), explanation);
        var trends = json.putObject("trends");
        new TreeMap<>(standing.trends()).forEach((name, share) -> trends.put(name, share.toString()));
        log(json.putArray("log"), standing);
        return json;
    }

    private static void rule(ObjectNode json, Ruling ruling) {
        var line = ruling.line();
        json.put("rule", line.rule()).put("passed", line.passed());
        operands(json.putArray("count"), line.numerator());
        operands(json.putArray("of"), line.denominator());
        json.put("operator", line.operator())
                .put("fraction", line.fraction())
                .put("boundary", line.boundary())
                .put("rounding", ruling.rounding())
                .put("tie", line.tie())
                .put("words", line.words())
                .put("margin", line.margin());
    }

    private static void operands(ArrayNode json, List<Operand> operands) {
        for (var operand : operands) {
            json.addObject()
                    .put("name", operand.name())
                    .put("value", operand.value().toString());
        }
    }

    private static void margin(ObjectNode json, Margin margin) {
        var turns = json.putArray("turns");
        for (var turn : margin.turns()) {
            turns.addObject()
                    .put("chamber", turn.chamber())
                    .put("count", turn.count())
                    .put("from", turn.from().toString())
                    .put("to", turn.to().toString())
                    .put("words", turn.words());
        }
        margin.ties().forEach(json.putArray("ties")::add);
        margin.roundings().forEach(json.putArray("roundings")::add);
    }

    private void deposit(ObjectNode json, Explanation.Returned back) {
        json.put("asset", back.asset())
                .put("amount", amount(back.asset(), back.amount()))
                .put("fate", word(back.fate()))
                .put("part", back.part().toString())
                .put("taken", amount(back.asset(), back.taken()));
    }

    private static void times(ObjectNode json, Explanation explanation) {
        var standing = explanation.standing();
        json.put("submitted", explanation.tally().history().submittedAt().toString())
                .put("opens", standing.opensAt().toString())
                .put("deadline", standing.deadline().toString());
        time(json, "decided", standing.decidedAt());
        time(json, "eta", standing.eta());
        time(json, "expiry", standing.expiry());
    }

    private static void time(ObjectNode json, String name, Optional<Instant> at) {
        at.ifPresent(instant -> json.put(name, instant.toString()));
    }

    private static void log(ArrayNode json, Standing standing) {
        for (var change : standing.log()) {
            json.addObject()
                    .put("at", change.at().toString())
                    .put("stage", change.stage())
                    .put("phase", word(change.phase()))
                    .put("words", change.words());
        }
    }

    /** An amount in minor units as people write it. */
    String amount(String asset, BigInteger units) {
        var scale = constitution.asset(asset).map(Asset::scale).orElse(0);
        return new BigDecimal(units, scale).toPlainString();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
