// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of several accounts is read as it was meant, or refused at the place that is wrong. */
class GatherActionTest {
    private static final String BEA = "member/" + "ab".repeat(32);

    @Test
    void conditionsSeeWholeUnitsAndTheProposalWhatWasWritten() {
        var action = gather("2.50", source("treasury", "max", "2.00", "keep", "10.00"), source(member(1)));

        assertThat(read(action).json().plain()).isEqualTo(action);
        assertThat(read(action).facts())
                .containsEntry("amount", 250L)
                .containsEntry("to", BEA)
                .containsEntry(
                        "sources",
                        List.of(Map.of("from", "treasury", "max", 200L, "keep", 1_000L), Map.of("from", member(1))));
        assertThat(ActionFacts.NAMES).containsAll(read(action).facts().keySet());
    }

    @ParameterizedTest
    @CsvSource({"0, /sources", "1, ''", "63, ''", "64, ''", "65, /sources"})
    void thereAreOneToSixtyFour(int count, String path) {
        var sources = IntStream.range(0, count)
                .mapToObj(number -> source(member(number)))
                .toList();

        expect(with(gather("1.00"), "sources", sources), path);
    }

    @ParameterizedTest
    @CsvSource({"2.99, ''", "3.00, ''", "3.01, /amount"})
    void whatTheyGiveAtMostHasToBeEnough(String amount, String path) {
        expect(gather(amount, source("treasury", "max", "1.00"), source(member(1), "max", "2.00")), path);
        expect(gather(amount, source("treasury", "max", "1.00"), source(member(1))), "");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(gather("1.00", source("nowhere")), "/sources/0/from"),
                Arguments.of(gather("1.00", source("issuance/EUR")), "/sources/0/from"),
                Arguments.of(gather("1.00", source(BEA)), "/sources/0/from"),
                Arguments.of(gather("1.00", source("treasury"), source("treasury")), "/sources/1/from"),
                Arguments.of(gather("1.00", source("treasury", "max", "0.00")), "/sources/0/max"),
                Arguments.of(gather("1.00", source("treasury", "max", "-1.00")), "/sources/0/max"),
                Arguments.of(gather("1.00", source("treasury", "max", "1.005")), "/sources/0/max"),
                Arguments.of(gather("1.00", source("treasury", "keep", "0.00")), "/sources/0/keep"),
                Arguments.of(gather("1.00", source("treasury", "keep", "all")), "/sources/0/keep"),
                Arguments.of(gather("1.00", source("treasury", "least", "1.00")), "/sources/0/least"),
                Arguments.of(gather("0.00", source("treasury")), "/amount"),
                Arguments.of(gather("92233720368547758.08", source("treasury")), "/amount"),
                Arguments.of(with(gather("1.00", source("treasury")), "from", "treasury"), "/from"),
                Arguments.of(with(gather("1.00", source("treasury")), "to", "nowhere"), "/to"),
                Arguments.of(with(gather("1.00", source("treasury")), "sources", "treasury"), "/sources"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongIsSaidWhereItIs(Map<String, Object> action, String path) {
        assertThat(paths(action)).contains(path);
    }

    @Test
    void togetherWithOthersItCountsForAsManyAmountsAsItHasSources() {
        var sources = IntStream.range(0, 33)
                .mapToObj(number -> source(member(number)))
                .toList();
        var many = read(with(gather("1.00"), "sources", sources));
        var one = read(gather("1.00", source("treasury")));

        Together.check(List.of(many, one));
        assertThat(catchThrowableOfType(ActionRefused.class, () -> Together.check(List.of(many, many)))
                        .complaints())
                .extracting(Complaint::path)
                .containsExactly("/1");
    }

    private static void expect(Map<String, Object> action, String path) {
        if (path.isEmpty()) read(action);
        else assertThat(paths(action)).containsExactly(path);
    }

    private static List<String> paths(Map<String, Object> action) {
        return catchThrowableOfType(ActionRefused.class, () -> read(action)).complaints().stream()
                .map(Complaint::path)
                .toList();
    }

    private static Action read(Map<String, Object> action) {
        return Action.read(action, ActionSamples.CONSTITUTION);
    }

    @SafeVarargs
    private static Map<String, Object> gather(String amount, Map<String, Object>... sources) {
        return Map.of(
                "type", "treasury.gather", "to", BEA, "asset", "EUR", "amount", amount, "sources", List.of(sources));
    }

    private static Map<String, Object> source(String from, String... rest) {
        var source = new HashMap<String, Object>();
        source.put("from", from);
        for (int i = 0; i < rest.length; i += 2) source.put(rest[i], rest[i + 1]);
        return source;
    }

    private static String member(int number) {
        return "member/" + "%064x".formatted(number);
    }

    private static Map<String, Object> with(Map<String, Object> action, String name, Object value) {
        var changed = new HashMap<>(action);
        changed.put(name, value);
        return changed;
    }
}
