// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyHistoryTest {
    private static final Hash COMMUNITY = Hash.of("community".getBytes(UTF_8));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Random RANDOM = new Random(71);

    private final SigningKey first = SecretKey.generate(RANDOM);
    private final SigningKey wallet = WalletKey.generate(RANDOM);
    private final SigningKey passkey = PasskeyKey.generate(RANDOM, "https://moot.example.org", "example.org");
    private final SigningKey bo = SecretKey.generate(RANDOM);
    private final SigningKey cleo = SecretKey.generate(RANDOM);
    private final Hash member = id(first);
    private final KeyHistory history = new KeyHistory(COMMUNITY, member, new BouncyVerifier());

    @Test
    void theIdFollowsFromTheFirstKeyAlone() {
        assertThat(valid(first)).isTrue();
        assertThat(valid(wallet)).isFalse();
    }

    @Test
    void aKeyIsValidFromItsAdditionToItsEnd() {
        history.apply(adding(first, wallet), NOON);
        history.apply(adding(wallet, passkey), NOON.plusSeconds(1));
        history.apply(revoking(passkey, first), NOON.plusSeconds(2));

        assertThat(valid(first)).isFalse();
        assertThat(valid(wallet)).isTrue();
        assertThat(valid(passkey)).isTrue();
    }

    @Test
    void aCompromisedKeyEndsAndIsKnownSinceWhen() {
        history.apply(adding(first, wallet), NOON);
        history.apply(compromised(wallet, first, NOON.minusSeconds(60)), NOON.plusSeconds(1));

        assertThat(valid(first)).isFalse();
        assertThat(history.compromisedSince(first.publicKey())).contains(NOON.minusSeconds(60));
        assertThat(history.compromisedSince(wallet.publicKey())).isEmpty();
        broken(compromised(first, wallet, NOON), "did not sign for");
    }

    private Envelope compromised(SigningKey signer, SigningKey key, Instant since) {
        return sign(
                signer,
                "key.compromise/1",
                member,
                Map.of("key", key.publicKey().did(), "since", Times.text(since)));
    }

    @Test
    void nothingFollowsFromAKeyThatWasNotValid() {
        broken(adding(wallet, passkey), "did not sign for");
        history.apply(adding(first, wallet), NOON);
        history.apply(revoking(wallet, first), NOON);
        broken(adding(first, passkey), "did not sign for");
        broken(adding(wallet, first), "was revoked before");
        broken(revoking(wallet, passkey), "did not sign for the member when it was revoked");
        broken(sign(wallet, "key.add/1", member, Map.of("consent", json(consent(bo, id(bo))))), "not consented");
    }

    @Test
    void aConsentInAWayThatIsNotKnownIsNone() {
        var consent = new String(consent(wallet, member).json(), UTF_8).replace("\"eip712\"", "\"rsa\"");

        broken(
                sign(first, "key.add/1", member, Map.of("consent", StrictJson.parse(consent.getBytes(UTF_8)))),
                "a consent that nobody here can check");
    }

    @Test
    void guardiansGiveNewKeysWhenTheMemberCanObjectNoMore() {
        history.apply(naming(first, 2, bo, cleo), NOON);
        var start = starting(bo, wallet);
        history.apply(start, NOON.plusSeconds(1));
        assertThat(history.isValid(first.publicKey(), NOON.plusSeconds(100)))
                .as("one of two")
                .isTrue();
    }

    @Test
    void enoughGuardiansGiveNewKeysAtTheEndOfTheDelay() {
        history.apply(naming(first, 2, bo, cleo), NOON);
        var start = starting(bo, wallet);
        history.apply(start, NOON.plusSeconds(1));
        history.apply(sign(cleo, "recovery.approve/1", start.act().id(), Map.of()), NOON.plusSeconds(2));

        assertThat(history.isValid(first.publicKey(), NOON.plusSeconds(11))).isTrue();
        assertThat(history.isValid(wallet.publicKey(), NOON.plusSeconds(12))).isTrue();
        assertThat(history.isValid(first.publicKey(), NOON.plusSeconds(12))).isFalse();
    }

    @Test
    void aStrangerIsNoGuardianAndAThiefNamesNoneInTime() {
        history.apply(naming(first, 1, bo), NOON);
        broken(starting(cleo, wallet), "no guardian");
        history.apply(naming(first, 1, cleo), NOON.plusSeconds(1));
        assertThatThrownBy(() -> history.apply(starting(cleo, wallet), NOON.plusSeconds(10)))
                .isInstanceOf(BrokenHistory.class);
        history.apply(starting(cleo, wallet), NOON.plusSeconds(11));
    }

    private boolean valid(SigningKey key) {
        return history.isValid(key.publicKey(), NOON.plusSeconds(9));
    }

    private void broken(Envelope act, String reason) {
        assertThatThrownBy(() -> history.apply(act, NOON.plusSeconds(3)))
                .isInstanceOf(BrokenHistory.class)
                .hasMessageContaining(reason);
    }

    private Envelope adding(SigningKey signer, SigningKey added) {
        return sign(signer, "key.add/1", member, Map.of("consent", json(consent(added, member))));
    }

    private Envelope revoking(SigningKey signer, SigningKey revoked) {
        return sign(
                signer,
                "key.revoke/1",
                member,
                Map.of("key", revoked.publicKey().did()));
    }

    private Envelope naming(SigningKey signer, int threshold, SigningKey... guardians) {
        var ids = List.of(guardians).stream().map(key -> id(key).hex()).toList();
        return sign(
                signer,
                "guardians.name/1",
                member,
                Map.of("delaySeconds", 10, "guardians", ids, "threshold", threshold));
    }

    private Envelope starting(SigningKey guardian, SigningKey fresh) {
        var act = new Act(
                id(guardian),
                Json.object(Map.of("consents", List.of(json(consent(fresh, member))))),
                COMMUNITY,
                guardian.publicKey(),
                9,
                7,
                member,
                "recovery.start/1");
        return Acts.sign(guardian, act);
    }

    private Envelope consent(SigningKey key, Hash of) {
        return Acts.sign(key, new Act(of, Json.object(Map.of()), COMMUNITY, key.publicKey(), 9, 0, of, "key.accept/1"));
    }

    private Envelope sign(SigningKey signer, String type, Hash subject, Map<String, ?> body) {
        boolean guardian = type.startsWith("recovery");
        return Acts.sign(
                signer,
                new Act(
                        guardian ? id(signer) : member,
                        Json.object(body),
                        COMMUNITY,
                        signer.publicKey(),
                        9,
                        7,
                        subject,
                        type));
    }

    private static Json json(Envelope envelope) {
        return StrictJson.parse(envelope.json());
    }

    private static Hash id(SigningKey key) {
        return MemberIds.of(COMMUNITY, key.publicKey());
    }
}
