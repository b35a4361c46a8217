// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.SignedAct;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final Person ALICE = Person.named("Alice");
    private static final Person BOB = Person.named("Bob");

    @Test
    void theSameNameIsTheSameKey() {
        assertThat(Person.named("Alice").did()).isEqualTo(ALICE.did()).isNotEqualTo(BOB.did());
    }

    @Test
    void aFoundingActIsValidAndNamesItsFounders() {
        var act = open(ALICE.found("Skerry", Map.of("folkmoot", 1), BOB)).act();

        assertThat(act.community()).isEqualTo(Hash.ZERO);
        assertThat(act.actor()).isEqualTo(ALICE.in(Hash.ZERO));
        assertThat(act.body().plain())
                .isEqualTo(Map.of(
                        "constitution", Map.of("folkmoot", 1L),
                        "founders", List.of(ALICE.did(), BOB.did()),
                        "name", "Skerry"));
    }

    @Test
    void aBallotIsAboutItsPoll() {
        var community = Hash.of(new byte[] {1});
        var poll = Hash.of(new byte[] {2});

        var act =
                open(BOB.cast(community, poll, List.of(List.of(1), List.of(0)))).act();

        assertThat(act.subject()).isEqualTo(poll);
        assertThat(act.actor()).isEqualTo(BOB.in(community));
        assertThat(act.body()).isEqualTo(Json.object(Map.of("choice", List.of(List.of(1), List.of(0)))));
    }

    @Test
    void everyActHasAHigherNumberThanTheOneBefore() {
        var community = Hash.of(new byte[] {1});

        var first = open(ALICE.add(community, BOB)).act();
        var second = open(ALICE.add(community, BOB)).act();

        assertThat(second.seq()).isGreaterThan(first.seq());
    }

    @Test
    void aRegistrationNamesTheLinesThatFollow() {
        var body = ALICE.register(Hash.of(new byte[] {1}), Person.many("newcomer", 2));

        var lines = new String(body, StandardCharsets.UTF_8).split("\n");
        var act = open(Envelope.read(lines[0].getBytes(StandardCharsets.UTF_8))).act();
        var rest = lines[1] + "\n" + lines[2] + "\n";
        assertThat(act.body().plain())
                .isEqualTo(Map.of(
                        "count",
                        2L,
                        "roll",
                        Hash.of(rest.getBytes(StandardCharsets.UTF_8)).hex()));
        assertThat(lines[1])
                .isEqualTo("{\"key\":\"" + Keys.of("newcomer 0").publicKey().did() + "\"}");
    }

    private static SignedAct open(Envelope envelope) {
        return Acts.open(envelope, Ed25519.fastest());
    }
}
