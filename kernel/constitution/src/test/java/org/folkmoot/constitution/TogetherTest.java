// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only actions of the treasury whose movements are known, up to 64 of them, are enacted together. */
class TogetherTest {
    private static final List<String> TYPES = Action.TYPES;

    @ParameterizedTest
    @FieldSource("TYPES")
    void aKindIsAmongThemOrIsRefusedWithItsPath(String type) {
        var actions = List.of(pay(), sample(type));

        if (Together.TYPES.contains(type))
            assertThatCode(() -> Together.check(actions)).doesNotThrowAnyException();
        else assertThat(paths(actions)).containsExactly("/1/type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahead", "as-due"})
    void aStreamIsAmongThemHoweverItIsFunded(String funded) {
        var stream = new HashMap<String, Object>(Samples.transfer("2.50"));
        stream.put("type", "treasury.stream");
        stream.put("lasts", "P30D");
        stream.put("funded", funded);

        assertThatCode(() -> Together.check(List.of(pay(), read(stream)))).doesNotThrowAnyException();
    }

    @Test
    void nothingOfAnotherServiceIsAmongThem() {
        assertThat(Together.TYPES).allMatch(type -> type.startsWith("treasury."));
    }

    @ParameterizedTest
    @CsvSource({"62, ''", "63, ''", "64, /1"})
    void sixtyFourAmountsMoveTogether(int legs, String path) {
        var actions = List.of(pay(), transaction(legs));

        if (path.isEmpty()) assertThatCode(() -> Together.check(actions)).doesNotThrowAnyException();
        else assertThat(paths(actions)).containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource({"62, ''", "63, ''", "64, /1"})
    void everyTrancheAndEveryPartIsAnAmount(int amounts, String path) {
        var tranche = Map.of("amount", "2.50", "title", "Walls");
        var grant = new HashMap<String, Object>(ActionSamples.without(Samples.transfer("2.50"), "amount"));
        grant.put("type", "treasury.grant");
        grant.put("tranches", Collections.nCopies(amounts, tranche));
        var split = new HashMap<String, Object>(ActionSamples.without(Samples.transfer("2.50"), "to"));
        split.put("type", "treasury.split");
        split.put("parts", Collections.nCopies(amounts, Map.of("to", grant.get("to"), "weight", 1L)));

        for (var action : List.of(grant, split)) {
            var actions = List.of(pay(), read(action));
            if (path.isEmpty()) assertThatCode(() -> Together.check(actions)).doesNotThrowAnyException();
            else assertThat(paths(actions)).containsExactly(path);
        }
    }

    @Test
    void theActionThatIsOneTooManyIsNamedOnce() {
        var actions = new ArrayList<Action>(List.of(transaction(40), transaction(40), transaction(40)));
        actions.add(sample("role.grant"));

        assertThat(paths(actions)).containsExactly("/1", "/3/type");
    }

    private static List<String> paths(List<Action> actions) {
        return catchThrowableOfType(ActionRefused.class, () -> Together.check(actions)).complaints().stream()
                .map(Complaint::path)
                .toList();
    }

    private static Action pay() {
        return read(Samples.transfer("2.50"));
    }

    private static Action transaction(int legs) {
        var leg = ActionSamples.without(Samples.transfer("2.50"), "type");
        return read(Map.of("type", "treasury.transaction", "legs", Collections.nCopies(legs, leg)));
    }

    private static Action sample(String type) {
        return read(ActionSamples.all().stream()
                .filter(sample -> type.equals(sample.get("type")))
                .findFirst()
                .orElseThrow());
    }

    private static Action read(Map<String, Object> action) {
        return Action.read(action, ActionSamples.CONSTITUTION);
    }
}
