// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Resolves every delegation of a corpus of published tallies, if it lies beside the repository. */
class DelegationCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Question MOTION = new Question("Shall we?", List.of());
    private static final Map<String, Consumer<JsonNode>> CASES = Map.of(
            "authored-liquid-delegation-graphs-a.json", DelegationCasesTest::liquid,
            "liquidfeedback-scope-precedence.json", DelegationCasesTest::scopes,
            "authored-following-cycles-a.json", DelegationCasesTest::following,
            "nns-cascade-following.json", DelegationCasesTest::following,
            "oz-governor-delegate-override-a.json", DelegationCasesTest::override,
            "polkadot-delegation-by-class-a.json", DelegationCasesTest::conviction,
            "cosmos-gov-standard-1.json", DelegationCasesTest::validators,
            "cosmos-gov-expedited-a.json", DelegationCasesTest::validators,
            "cosmos-gov-optimistic-a.json", DelegationCasesTest::validators);

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedTally() {
        var folder = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/cases/tabulation"))
                .filter(Files::isDirectory)
                .findFirst();
        if (folder.isEmpty()) {
            var missing = "no folder shared/cases/tabulation beside the repository: nothing to compare";
            return Stream.of(dynamicTest("cases", () -> abort(missing)));
        }
        return CASES.entrySet().stream()
                .flatMap(entry -> read(folder.get().resolve(entry.getKey()))
                        .path("checks")
                        .valueStream()
                        .map(check -> dynamicTest(
                                entry.getKey() + ": " + check.path("name").asText(),
                                () -> entry.getValue().accept(check))));
    }

    private static void liquid(JsonNode check) {
        var input = check.path("input");
        var delegations = input.path("delegations").properties().stream()
                .map(entry -> Delegation.of(entry.getKey(), entry.getValue().asText()))
                .toList();

        var resolved = Resolve.of(
                powers(input.path("weights")), delegations, choices(input.path("votes")), DelegationRules.liquid());

        assertThat(resolved.weights()).isEqualTo(powers(check.path("expected").path("effectiveWeight")));
        assertThat(tally(resolved)).isEqualTo(powers(check.path("expected").path("tally")));
        assertThat(resolved.lost().stream().map(Lost::principal))
                .containsExactlyInAnyOrderElementsOf(
                        texts(check.path("expected").path("notCounted")));
    }

    private static void scopes(JsonNode check) {
        var input = check.path("input");
        var all = input.path("delegations")
                .valueStream()
                .map(one -> new ScopedDelegation(
                        one.path("scope").asText(),
                        Delegation.of(one.path("from").asText(), one.path("to").asText())))
                .toList();
        var narrowest =
                ScopedDelegation.narrowest(all, texts(check.path("parameters").path("precedence")));
        var roll = new LinkedHashMap<String, BigInteger>();
        texts(input.path("members")).forEach(member -> roll.put(member, BigInteger.ONE));

        var resolved = Resolve.of(roll, narrowest, choices(input.path("votes")), DelegationRules.liquid());

        assertThat(resolved.weights()).isEqualTo(powers(check.path("expected").path("weights")));
        assertThat(tally(resolved)).isEqualTo(powers(check.path("expected").path("tally")));
        assertThat(resolved.lost().stream().map(Lost::principal))
                .containsExactlyElementsOf(texts(check.path("expected").path("notCounted")));
    }

    private static void following(JsonNode check) {
        var followed = new LinkedHashMap<String, List<String>>();
        check.path("input")
                .path("followees")
                .properties()
                .forEach(entry -> followed.put(entry.getKey(), texts(entry.getValue())));

        var votes = new Following("yes", "no")
                .votes(followed, choices(check.path("input").path("directVotes")));

        assertThat(votes).isEqualTo(choices(check.path("expected").path("votes")));
    }

    // The ballots after each event; an override carries the principal's own power alone, whenever it comes.
    private static void override(JsonNode check) {
        var parameters = check.path("parameters");
        var delegations = parameters.path("delegations").properties().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue().asText()))
                .map(entry -> Delegation.of(entry.getKey(), entry.getValue().asText()))
                .toList();
        var ballots = new HashMap<String, Object>();
        var tallies = new ArrayList<Map<String, BigInteger>>();
        for (var event : check.path("input").path("events")) {
            ballots.put(event.get(1).asText(), event.get(2).asText());
            tallies.add(tally(Resolve.of(
                    powers(parameters.path("balances")), delegations, ballots, DelegationRules.representative())));
        }

        var expected = check.path("expected").path("tallyAfterEach");
        assertThat(tallies).hasSameSizeAs(expected);
        for (var i = 0; i < tallies.size(); i++) {
            var after = tallies.get(i);
            assertThat(Stream.of("against", "for", "abstain")
                            .map(choice ->
                                    after.getOrDefault(choice, BigInteger.ZERO).toString()))
                    .containsExactlyElementsOf(texts(expected.get(i)));
        }
    }

    private static void conviction(JsonNode check) {
        var roll = new LinkedHashMap<String, BigInteger>();
        var ballots = new LinkedHashMap<String, Object>();
        check.path("input").path("votes").properties().forEach(entry -> {
            var vote = entry.getValue();
            roll.put(entry.getKey(), vote.path("balance").bigIntegerValue());
            ballots.put(
                    entry.getKey(),
                    Map.of(
                            "vote",
                            vote.path("side").asText().equals("aye") ? "for" : "against",
                            "conviction",
                            vote.path("conviction").asLong()));
        });
        var delegations = check.path("input")
                .path("delegations")
                .valueStream()
                .map(one -> new Delegation(
                        one.path("from").asText(),
                        Map.of(one.path("to").asText(), 1L),
                        Map.of("conviction", one.path("conviction").asLong())))
                .toList();
        check.path("input")
                .path("delegations")
                .forEach(one ->
                        roll.put(one.path("from").asText(), one.path("balance").bigIntegerValue()));

        var resolved = Resolve.of(roll, delegations, ballots, DelegationRules.conviction());

        var method = Plugins.installed().method(new PluginCall("conviction", Map.of(), "", ""));
        var counts =
                method.tally(resolved.counted(method.mergesPowers()), MOTION).counts();
        assertThat(List.of("for", "against", "support").stream().map(counts::get))
                .containsExactlyElementsOf(Stream.of("ayes", "nays", "support")
                        .map(name -> check.path("expected").path(name).bigIntegerValue())
                        .toList());
    }

    // What a validator has bonded is partly others'; they delegate it, and vote for it themselves if they like.
    private static void validators(JsonNode check) {
        var input = check.path("input");
        var roll = powers(input.path("validators"));
        var shares = new LinkedHashMap<String, Map<String, Long>>();
        for (var one : input.path("delegations")) {
            var validator = one.path("validator").asText();
            var amount = one.path("shares").bigIntegerValue();
            roll.merge(validator, amount.negate(), BigInteger::add);
            roll.merge(one.path("delegator").asText(), amount, BigInteger::add);
            shares.computeIfAbsent(one.path("delegator").asText(), _ -> new LinkedHashMap<>())
                    .put(validator, amount.longValueExact());
        }
        var delegations = shares.entrySet().stream()
                .map(entry -> new Delegation(entry.getKey(), entry.getValue(), Map.of()))
                .toList();
        if (input.path("totalBonded").asInt() == 0) {
            roll.replaceAll((_, _) -> BigInteger.ZERO);
        }
        var method = Plugins.installed()
                .method(new PluginCall(
                        "for-against-abstain",
                        Map.of("choices", List.of("yes", "abstain", "no", "no-with-veto", "spam"), "split", "shares"),
                        "",
                        ""));

        var resolved = Resolve.of(roll, delegations, choices(input.path("votes")), DelegationRules.representative());

        var counts =
                method.tally(resolved.counted(method.mergesPowers()), MOTION).counts();
        assertThat(counts).isEqualTo(powers(check.path("expected").path("tally")));
        assertThat(total(resolved)).isEqualTo(sum(roll.values().stream()));
    }

    private static Map<String, BigInteger> tally(Resolution resolved) {
        return resolved.counted(true).stream()
                .collect(Collectors.toMap(group -> (String) group.choice(), group -> group.power()));
    }

    private static BigInteger total(Resolution resolved) {
        return sum(Stream.concat(
                resolved.carried().stream().map(Carried::power),
                resolved.lost().stream().map(Lost::power)));
    }

    private static BigInteger sum(Stream<BigInteger> powers) {
        return powers.reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Map<String, BigInteger> powers(JsonNode object) {
        var powers = new LinkedHashMap<String, BigInteger>();
        object.properties()
                .forEach(entry -> powers.put(
                        entry.getKey().replace('_', '-'),
                        new BigInteger(entry.getValue().asText())));
        return powers;
    }

    private static Map<String, Object> choices(JsonNode object) {
        var choices = new LinkedHashMap<String, Object>();
        object.properties()
                .forEach(entry ->
                        choices.put(entry.getKey(), entry.getValue().asText().replace('_', '-')));
        return choices;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
