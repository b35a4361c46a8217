// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An action is read as it was meant under a constitution, or refused with every reason. */
class ActionTest {
    private static final Constitution SAMPLE = Samples.constitution();
    private static final String MEMBER = "ab".repeat(32);

    @Test
    void readsATransfer() {
        var action = read(transfer(Map.of("memo", "Nails", "option", "A")));

        assertThat(action)
                .isEqualTo(new Action.Transfer(
                        "treasury",
                        "member/" + MEMBER,
                        SAMPLE.asset("EUR").orElseThrow(),
                        BigInteger.valueOf(250_000),
                        Optional.of("Nails"),
                        Optional.of("A")));
        assertThat(action.facts())
                .isEqualTo(Map.of(
                        "type",
                        "treasury.transfer",
                        "from",
                        "treasury",
                        "to",
                        "member/" + MEMBER,
                        "asset",
                        "EUR",
                        "amount",
                        250_000L,
                        "memo",
                        "Nails",
                        "option",
                        "A"));
    }

    @Test
    void readsAnAmendment() {
        var next = Samples.read(Samples.with("retries: 3", "retries: 4"));
        var action = Map.of(
                "type",
                "constitution.amend",
                "base",
                SAMPLE.hash().hex(),
                "constitution",
                next.json().plain());

        assertThat(read(action))
                .isEqualTo(new Action.Amend(new Amendment(SAMPLE, next), Optional.empty(), Optional.empty()));
        assertThat(read(action).facts())
                .isEqualTo(Map.of(
                        "type",
                        "constitution.amend",
                        "base",
                        SAMPLE.hash().hex(),
                        "constitution",
                        next.hash().hex(),
                        "changes",
                        List.of("/policies/everything")));
    }

    @Test
    void readsMembersComingAndGoing() {
        assertThat(read(Map.of("type", "member.add", "key", Samples.KEY)))
                .isEqualTo(new Action.AddMember(PublicKey.parse(Samples.KEY), Optional.empty()));
        assertThat(read(Map.of("type", "member.remove", "member", MEMBER)))
                .isEqualTo(new Action.RemoveMember(Hash.parse(MEMBER), Optional.empty()));
        assertThat(read(Map.of("type", "member.reinstate", "member", MEMBER)))
                .isEqualTo(new Action.ReinstateMember(Hash.parse(MEMBER), Optional.empty()));
    }

    @Test
    void writesWhatItRead() {
        var next = Samples.read(Samples.with("retries: 3", "retries: 4"));
        Stream.of(
                        transfer(Map.of("memo", "Nails", "option", "A")),
                        transfer(Map.of()),
                        Map.<String, Object>of("type", "member.add", "key", Samples.KEY, "option", "B"),
                        Map.<String, Object>of("type", "member.remove", "member", MEMBER),
                        Map.<String, Object>of("type", "member.reinstate", "member", MEMBER),
                        Map.<String, Object>of(
                                "type",
                                "constitution.amend",
                                "base",
                                SAMPLE.hash().hex(),
                                "constitution",
                                next.json().plain()))
                .forEach(action -> assertThat(read(action).json().plain()).isEqualTo(action));
    }

    static Stream<Map<String, Object>> ofTheTreasury() {
        var leg =
                Map.<String, Object>of("from", "treasury", "to", "member/" + MEMBER, "asset", "EUR", "amount", "1.00");
        return Stream.of(
                Map.of("type", "treasury.transaction", "legs", List.of(leg, leg), "memo", "Nails"),
                Map.of("type", "treasury.issue", "to", "treasury", "asset", "EUR", "amount", "1.00", "option", "A"),
                Map.of("type", "treasury.burn", "from", "treasury", "asset", "EUR", "amount", "1.00"),
                with(with(leg, "type", "treasury.hold"), "term", "P30D"),
                Map.of("type", "treasury.settle", "hold", MEMBER, "amount", "0.50", "free", false),
                Map.of("type", "treasury.settle", "hold", MEMBER),
                Map.of("type", "treasury.release", "hold", MEMBER),
                Map.of("type", "treasury.reverse", "transfer", MEMBER, "memo", "It was paid twice"),
                Map.of("type", "treasury.freeze", "account", "treasury", "asset", "EUR"),
                Map.of("type", "treasury.unfreeze", "account", "treasury", "asset", "EUR"));
    }

    private static Map<String, Object> with(Map<String, Object> action, String name, Object value) {
        var changed = new HashMap<>(action);
        changed.put(name, value);
        return changed;
    }

    @ParameterizedTest
    @MethodSource("ofTheTreasury")
    void writesWhatItReadOfTheTreasury(Map<String, Object> action) {
        assertThat(read(action).json().plain()).isEqualTo(action);
        assertThat(read(action).facts()).containsEntry("type", action.get("type"));
    }

    @Test
    void aConditionSeesAmountsOfLegsAsWholeNumbers() {
        var leg = Map.of("from", "treasury", "to", "member/" + MEMBER, "asset", "EUR", "amount", "1.50");

        assertThat(read(Map.of("type", "treasury.transaction", "legs", List.of(leg)))
                        .facts()
                        .get("legs"))
                .isEqualTo(List.of(with(Map.copyOf(leg), "amount", 150L)));
    }

    static Stream<Arguments> ofTheTreasuryRefused() {
        var hold = Map.<String, Object>of(
                "type",
                "treasury.hold",
                "from",
                "treasury",
                "to",
                "member/" + MEMBER,
                "asset",
                "EUR",
                "amount",
                "1.00",
                "term",
                "P30D");
        return Stream.of(
                Arguments.of(with(hold, "term", "PT0S"), "/term"),
                Arguments.of(with(hold, "term", "soon"), "/term"),
                Arguments.of(with(hold, "amount", "0.00"), "/amount"),
                Arguments.of(with(hold, "to", "treasury"), "/to"),
                Arguments.of(with(hold, "until", "x"), "/until"),
                Arguments.of(Map.of("type", "treasury.transaction", "legs", List.of()), "/legs"),
                Arguments.of(
                        Map.of("type", "treasury.transaction", "legs", Collections.nCopies(65, Map.of())), "/legs"),
                Arguments.of(
                        Map.of("type", "treasury.transaction", "legs", List.of(Map.of("from", "treasury"))),
                        "/legs/0/to"),
                Arguments.of(Map.of("type", "treasury.release", "hold", "that one"), "/hold"),
                Arguments.of(Map.of("type", "treasury.reverse", "transfer", MEMBER, "amount", "0"), "/amount"),
                Arguments.of(Map.of("type", "treasury.freeze", "account", "tresury", "asset", "EUR"), "/account"));
    }

    @ParameterizedTest
    @MethodSource("ofTheTreasuryRefused")
    void refusesAnActionOfTheTreasury(Map<String, Object> action, String path) {
        assertThat(refusal(action)).extracting(Complaint::path).contains(path);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(Map.of("amount", "2500.001"), "/amount", ""),
                refused(Map.of("amount", "2,500.00"), "/amount", ""),
                refused(Map.of("amount", "0.00"), "/amount", ""),
                refused(Map.of("amount", "-1.00"), "/amount", ""),
                refused(Map.of("amount", "01.00"), "/amount", ""),
                refused(Map.of("amount", "1."), "/amount", ""),
                refused(Map.of("amount", "1e3"), "/amount", ""),
                refused(Map.of("amount", 2500L), "/amount", "\"2500\""),
                refused(Map.of("amount", "92233720368547758.08"), "/amount", ""),
                refused(Map.of("amount", "9".repeat(60)), "/amount", ""),
                refused(Map.of("asset", "EURO"), "/asset", "EUR"),
                refused(Map.of("asset", "SKR"), "/from", ""),
                refused(Map.of("from", "tresury"), "/from", "treasury"),
                refused(Map.of("from", "mint"), "/from", ""),
                refused(Map.of("to", "member/" + "AB".repeat(32)), "/to", ""),
                refused(Map.of("to", "member/" + "ab".repeat(31)), "/to", ""),
                refused(Map.of("to", "treasury"), "/to", ""),
                refused(Map.of("meno", "x"), "/meno", "memo"),
                refused(Map.of("memo", "x".repeat(501)), "/memo", ""),
                refused(Map.of("memo", " "), "/memo", ""),
                refused(Map.of("type", "treasury.transfers"), "/type", "treasury.transfer"),
                refused(Map.of("type", 1L), "/type", "\"1\""),
                refused(Map.of("option", List.of("A")), "/option", ""));
    }

    private static Arguments refused(Map<String, Object> change, String path, String suggestion) {
        return Arguments.of(transfer(change), path, suggestion);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesATransfer(Map<String, Object> action, String path, String suggestion) {
        assertThat(refusal(action)).anySatisfy(complaint -> {
            assertThat(complaint.path()).isEqualTo(path);
            assertThat(complaint.suggestion()).isEqualTo(suggestion);
        });
    }

    @Test
    void refusesOtherActions() {
        assertThat(refusal(Map.of())).extracting(Complaint::path).containsExactly("/type");
        assertThat(refusal(Map.of("type", "member.add", "key", "me")))
                .extracting(Complaint::path)
                .containsExactly("/key");
        assertThat(refusal(Map.of("type", "member.remove", "member", "me", "key", "x")))
                .extracting(Complaint::path)
                .containsExactlyInAnyOrder("/member", "/key");
        assertThat(refusal(Map.of("type", "constitution.amend", "base", Hash.ZERO.hex(), "constitution", "x")))
                .extracting(Complaint::path)
                .containsExactlyInAnyOrder("/base", "/constitution");
    }

    @Test
    void refusesAnAmendmentThatCannotBeRead() {
        var broken = new HashMap<>(data());
        broken.remove("bodies");
        broken.put("nmae", "x");

        var complaints = refusal(
                Map.of("type", "constitution.amend", "base", SAMPLE.hash().hex(), "constitution", broken));

        assertThat(complaints)
                .extracting(Complaint::path)
                .containsExactlyInAnyOrder("/constitution/bodies", "/constitution/nmae");
        assertThat(refusal(Map.of(
                        "type", "constitution.amend", "base", SAMPLE.hash().hex(), "constitution", Map.of())))
                .extracting(Complaint::path)
                .contains("/constitution/policies");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void anAssetKeepsItsScale(int scale, boolean refused) {
        var next = Samples.read(Samples.with("EUR: { scale: 2 }", "EUR: { scale: " + scale + " }"));
        var whole = Map.<String, Object>of(
                "type",
                "constitution.amend",
                "base",
                SAMPLE.hash().hex(),
                "constitution",
                next.json().plain());

        if (refused)
            assertThat(refusal(whole)).singleElement().satisfies(complaint -> {
                assertThat(complaint.path()).isEqualTo("/constitution");
                assertThat(complaint.reason()).endsWith(" is 2 for good, and not " + scale + ".");
            });
        else assertThat(read(whole)).isInstanceOf(Action.Amend.class);
    }

    @Test
    void aNewProposalDoesNotAmendToRulesThatCannotWork() {
        var broken = Samples.read(Samples.with("body: everybody", "body: nobody"));
        var amend = Map.of(
                "type",
                "constitution.amend",
                "base",
                SAMPLE.hash().hex(),
                "constitution",
                broken.json().plain());

        var refused = catchThrowableOfType(ActionRefused.class, () -> readAll(List.of(amend), List.of()));

        assertThat(refused.complaints())
                .extracting(Complaint::id, Complaint::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("unknown-body", "/0/constitution/policies/0/body"));
    }

    @Test
    void anOptionIsOneOfTheProposals() {
        var options = List.of("Alice", "Bob");

        var read = readAll(List.of(transfer(Map.of("option", "Bob")), transfer(Map.of())), options);
        var refused = catchThrowableOfType(
                ActionRefused.class,
                () -> readAll(List.of(transfer(Map.of()), transfer(Map.of("option", "Bop"))), options));

        assertThat(read).extracting(Action::option).containsExactly(Optional.of("Bob"), Optional.empty());
        assertThat(refused).hasMessageContaining("/1/option").hasMessageContaining("Did you mean Bob?");
    }

    @Test
    void thirtyTwoActionsAreEnough() {
        var most = new ArrayList<>(Collections.nCopies(32, transfer(Map.of())));
        assertThat(readAll(most, List.of())).hasSize(32);

        most.add(transfer(Map.of()));

        var refused = catchThrowableOfType(ActionRefused.class, () -> readAll(most, List.of()));
        assertThat(refused.complaints()).extracting(Complaint::path).containsExactly("");
    }

    @Test
    void everyReasonOfEveryActionIsGiven() {
        var refused = catchThrowableOfType(
                ActionRefused.class,
                () -> readAll(
                        List.of(transfer(Map.of("amount", "x")), "nothing", transfer(Map.of("to", "x", "a", 1L))),
                        List.of()));

        assertThat(refused.complaints())
                .extracting(Complaint::path)
                .containsExactlyInAnyOrder("/0/amount", "/1", "/2/to", "/2/a");
    }

    private static Action read(Map<String, Object> action) {
        return Action.read(action, SAMPLE);
    }

    private static List<Action> readAll(List<?> actions, List<String> options) {
        return Action.readAll(actions, options, SAMPLE, document -> Check.accept(document, Samples.PLUGINS));
    }

    private static List<Complaint> refusal(Map<String, Object> action) {
        return catchThrowableOfType(ActionRefused.class, () -> read(action)).complaints();
    }

    private static Map<String, Object> transfer(Map<String, Object> change) {
        var action = new HashMap<>(Samples.transfer("2500.00"));
        action.putAll(change);
        return action;
    }

    @SuppressWarnings("unchecked") // the canonical form is an object
    private static Map<String, Object> data() {
        return (Map<String, Object>) SAMPLE.json().plain();
    }
}
