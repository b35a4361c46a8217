// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.CAT;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-formed drafts that say what can not be. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadDraftsTest {
    private static final String TYPE = "urn:folkmoot:problem:";

    @Inject
    TestClock clock;

    private @Nullable Town known;

    /** Founds one town for all: Quarkus tells the tests its port only before each. */
    private Town town() {
        var founded = known;
        if (founded == null) known = founded = Town.found(clock);
        return founded;
    }

    static Stream<Arguments> badContents() {
        return Stream.of(
                Arguments.of("title", "empty", "title", ""),
                Arguments.of("title", "empty", "title", "  "),
                Arguments.of("title", "longer than 200 characters", "title", "x".repeat(201)),
                Arguments.of("title", "begins or ends with a space", "title", " x"),
                Arguments.of("title", "not plain text on one line", "title", "two\nlines"),
                Arguments.of("title", "not plain text on one line", "title", "turned \u202Earound"),
                Arguments.of("text", "larger than 40960 bytes", "text", "x".repeat(40 * 1024 + 1)),
                Arguments.of("text", "larger than 40960 bytes", "text", "é".repeat(20 * 1024 + 1)),
                Arguments.of("text", "not plain text", "text", "bell \u0007"),
                Arguments.of("options", "fewer than 2", "options", List.of("one")),
                Arguments.of("options", "more than 200", "options", numbered(201)),
                Arguments.of("options[1]", "repeats another option", "options", List.of("a", "a")),
                Arguments.of("options[0]", "empty", "options", List.of("", "b")),
                Arguments.of("actions", "more than 32", "actions", Collections.nCopies(33, Map.of())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badContents")
    void contentIsChecked(String field, String reason, String member, Object value) {
        submit(statement().with(member, value))
                .statusCode(422)
                .body("type", equalTo(TYPE + "content-invalid"))
                .body("field", equalTo(field))
                .body("reason", equalTo(reason));
    }

    static Stream<Arguments> goodContents() {
        return Stream.of(
                Arguments.of("title", "x".repeat(200)),
                Arguments.of("title", "\uD83D\uDEA3".repeat(200)),
                Arguments.of("text", "x".repeat(40 * 1024)),
                Arguments.of("text", ""),
                Arguments.of("text", "two\n\tlines"));
    }

    @ParameterizedTest
    @MethodSource("goodContents")
    void contentAtItsLimitsIsTaken(String member, String value) {
        submit(statement().with(member, value)).statusCode(201);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("title", 1L),
                Arguments.of("text", List.of()),
                Arguments.of("options", List.of()),
                Arguments.of("options", List.of(1L, 2L)),
                Arguments.of("options", List.of("\u00e9", "e\u0301")),
                Arguments.of("actions", "none"),
                Arguments.of("actions", List.of("pay")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void otherShapesAreMalformed(String member, Object value) {
        submit(statement().with(member, value)).statusCode(400).body("type", equalTo(TYPE + "payload-malformed"));
    }

    static Stream<Arguments> badActions() {
        return Stream.of(
                Arguments.of("amount", "10,00"),
                Arguments.of("amount", "0.00"),
                Arguments.of("amount", "-1.00"),
                Arguments.of("amount", "1.001"),
                Arguments.of("asset", "EUR"),
                Arguments.of("from", "nowhere"),
                Arguments.of("to", "treasury"),
                Arguments.of("option", "Bridge"),
                Arguments.of("fee", "1.00"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("badActions")
    void anActionIsCheckedAgainstTheConstitution(String field, String value) {
        var action = new TreeMap<>(town().transfer("10.00"));
        action.put(field, value);

        submit(town().draft(ANN, "A payment", List.of(town().transfer("1.00"), action)))
                .statusCode(422)
                .body("type", equalTo(TYPE + "action-invalid"))
                .body("action", equalTo(1))
                .body("faults.field", hasItems(field));
    }

    @Test
    void anUnknownKindOfActionIsRefused() {
        submit(town().draft(ANN, "A launch", List.of(Map.of("type", "treasury.transfers"))))
                .statusCode(422)
                .body("type", equalTo(TYPE + "action-unknown"))
                .body("kind", equalTo("treasury.transfers"))
                .body("suggestion", equalTo("treasury.transfer"));
    }

    @Test
    void withoutAPolicyThereIsNoProposal() {
        submit(town().draft(ANN, "Too much", List.of(town().transfer("100.01"))))
                .statusCode(422)
                .body("type", equalTo(TYPE + "no-policy"));
        submit(town().draft(ANN, "Just enough", List.of(town().transfer("100.00"))))
                .statusCode(201);
    }

    @Test
    void aQuestionMustFitTheVotingMethod() {
        submit(statement().with("options", List.of("Bridge", "School")))
                .statusCode(422)
                .body("type", equalTo(TYPE + "question-invalid"))
                .body("method", equalTo("for-against-abstain"))
                .body("policy", equalTo("statement"));
    }

    @Test
    void onlyThoseWhomThePolicyLetsMayPropose() {
        submit(removal(CAT))
                .statusCode(403)
                .body("type", equalTo(TYPE + "may-not-propose"))
                .body("policy", equalTo("remove"));
        submit(removal(ANN)).statusCode(201).body("policy", equalTo("remove"));
    }

    private Saying removal(Person author) {
        var target = Hash.parse(BEN.in(town().community()).hex());
        return town().draft(author, "Good bye", List.of(Map.of("type", "member.remove", "member", target.hex())));
    }

    private Saying statement() {
        return town().draft(ANN, "A statement", List.of());
    }

    private ValidatableResponse submit(Saying act) {
        return post(town().draftsPath(), act.sign());
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "option " + i).toList();
    }
}
