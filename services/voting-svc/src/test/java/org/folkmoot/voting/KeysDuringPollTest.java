// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.folkmoot.contracts.KeysChangedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.WalletKey;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A roll is frozen, the keys of those who are on it are not. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KeysDuringPollTest {
    private static final Random RANDOM = new Random(47);
    private static final String ORIGIN = "https://moot.example.org";

    @Inject
    TestClock clock;

    private Village village;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("last");
    }

    @Test
    void aKeyThatWasAddedVotesAndOneThatWasRevokedDoesNot() {
        var wallet = WalletKey.generate(RANDOM);
        CastBallotTest.refused(Village.post(poll, ballot(wallet, "for")), 422, "key-not-valid");

        change(3, List.of(wallet), List.of());
        Village.await(() -> Village.post(poll, ballot(wallet, "for")).statusCode(201));
        village.cast(Village.ANN, poll, "against").statusCode(201);

        change(4, List.of(), List.of(Village.ANN.key()));
        Village.await(() -> CastBallotTest.refused(village.cast(Village.ANN, poll, "against"), 422, "key-not-valid"));
        Village.post(poll, ballot(wallet, "for")).statusCode(201);
    }

    @Test
    void anAddedKeyVotesForItsOwnerOnly() {
        var wallet = WalletKey.generate(RANDOM);
        change(3, List.of(wallet), List.of());
        Village.await(() -> Village.post(poll, ballot(wallet, "for")).statusCode(201));

        var forBen = Saying.of(wallet, village.community(), "ballot.cast/1")
                .as(Village.BEN.in(village.community()))
                .about(poll)
                .with("choice", "for")
                .until(clock.instant().plus(Duration.ofDays(1)))
                .sign();

        CastBallotTest.refused(Village.post(poll, forBen), 422, "key-not-valid");
    }

    @Test
    void aPasskeyVotesAtThePlacesThatTheConstitutionNames() {
        var here = PasskeyKey.generate(RANDOM, ORIGIN, "example.org");
        var elsewhere = PasskeyKey.generate(RANDOM, "https://evil.example", "example.org");
        var otherDomain = PasskeyKey.generate(RANDOM, ORIGIN, "evil.example");
        change(3, List.of(here, elsewhere, otherDomain), List.of());

        Village.await(() -> Village.post(poll, ballot(here, "for")).statusCode(201));
        CastBallotTest.refused(Village.post(poll, ballot(elsewhere, "for")), 422, "passkey-refused")
                .body("field", equalTo("origin"));
        CastBallotTest.refused(Village.post(poll, ballot(otherDomain, "for")), 422, "passkey-refused")
                .body("field", equalTo("rpIdHash"));
    }

    /** Ann's ballot by any of her keys. */
    private Envelope ballot(SigningKey key, String choice) {
        return Saying.of(key, village.community(), "ballot.cast/1")
                .as(Village.ANN.in(village.community()))
                .about(poll)
                .with("choice", choice)
                .until(clock.instant().plus(Duration.ofDays(1)))
                .sign();
    }

    private void change(long position, List<SigningKey> added, List<SigningKey> revoked) {
        News.tell(
                Topics.IDENTITY,
                new KeysChangedV1(
                        village.community().hex(),
                        position,
                        clock.instant(),
                        Village.ANN.in(village.community()).hex(),
                        added.stream().map(key -> key.publicKey().did()).toList(),
                        revoked.stream().map(key -> key.publicKey().did()).toList(),
                        Hash.ZERO.hex()));
    }
}
