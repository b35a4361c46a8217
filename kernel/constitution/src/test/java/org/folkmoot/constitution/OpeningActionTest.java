// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balances from elsewhere are what is said of them together, each account has one, and there are not too many. */
class OpeningActionTest {
    @ParameterizedTest
    @CsvSource({"2.99, /amount", "3.00, ''", "3.01, /amount"})
    void theSumIsWhatIsSaidBesideThem(String amount, String path) {
        expect(opening(amount, List.of(balance(1, "1.00"), balance(2, "2.00"))), path);
    }

    @Test
    void whatTheyAreTogetherIsSuggested() {
        var complaint = refused(opening("9.00", List.of(balance(1, "1.00"), balance(2, "2.00"))))
                .complaints()
                .getFirst();

        assertThat(complaint.reason()).isEqualTo("The balances are 3.00 together.");
        assertThat(complaint.suggestion()).isEqualTo("3.00");
    }

    @ParameterizedTest
    @CsvSource({"0, /balances", "1, ''", "255, ''", "256, ''", "257, /balances"})
    void thereAreOneToTwoHundredAndFiftySix(int count, String path) {
        var balances = IntStream.range(0, count)
                .mapToObj(number -> balance(number, "1.00"))
                .toList();

        expect(opening(Math.max(1, count) + ".00", balances), path);
    }

    @Test
    void anAccountHasOneBalance() {
        expect(opening("3.00", List.of(balance(1, "1.00"), balance(1, "2.00"))), "/balances/1/to");
    }

    @ParameterizedTest
    @CsvSource({"0.00", "-1.00", "1.555", "1e3", "' 5.00'"})
    void anAmountIsOneOfTheAssetAndMoreThanNothing(String amount) {
        assertThat(paths(opening("1.00", List.of(balance(1, amount))))).contains("/balances/0/amount");
    }

    @Test
    void theAccountsAreThoseOfMembersOrOfTheConstitution() {
        expect(opening("1.00", List.of(Map.of("to", "nowhere", "amount", "1.00"))), "/balances/0/to");
        expect(opening("1.00", List.of(Map.of("to", "issuance/EUR", "amount", "1.00"))), "/balances/0/to");
        expect(opening("1.00", List.of(Map.of("to", "treasury", "amount", "1.00"))), "");
    }

    private static void expect(Map<String, Object> action, String path) {
        if (path.isEmpty()) assertThatCode(() -> read(action)).doesNotThrowAnyException();
        else assertThat(paths(action)).containsExactly(path);
    }

    private static List<String> paths(Map<String, Object> action) {
        return refused(action).complaints().stream().map(Complaint::path).toList();
    }

    private static ActionRefused refused(Map<String, Object> action) {
        return catchThrowableOfType(ActionRefused.class, () -> read(action));
    }

    private static Action read(Map<String, Object> action) {
        return Action.read(action, ActionSamples.CONSTITUTION);
    }

    private static Map<String, Object> opening(String amount, List<Map<String, Object>> balances) {
        var action = new HashMap<String, Object>();
        action.put("type", "treasury.open");
        action.put("asset", "EUR");
        action.put("amount", amount);
        action.put("balances", balances);
        return action;
    }

    private static Map<String, Object> balance(int number, String amount) {
        return Map.of("to", "member/" + "%064x".formatted(number), "amount", amount);
    }
}
