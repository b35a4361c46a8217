// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.StrictJson;
import org.folkmoot.record.WalletKey;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What an attacker sends about acts, keys and membership, and the one answer that each gets. A number names the attack as
 * the list of forty does on which this project's defences are built; those about ballots are in voting-svc.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HostileInputsTest {
    private static final Person ANNA = Person.named("anna");
    private static final String ORIGIN = "https://moot.example.org";
    private static final String OTHER_ORIGIN = "https://vote.example.org";
    private static final Random RANDOM = new Random(53);
    private static final Map<String, Object> PASSKEYS =
            Map.of("origins", List.of(ORIGIN, OTHER_ORIGIN), "rpIds", List.of("example.org"));

    private final SigningKey wallet = WalletKey.generate(RANDOM);
    private final SigningKey passkey = PasskeyKey.generate(RANDOM, ORIGIN, "example.org");
    private Hash community = Hash.ZERO;

    @TestFactory
    Stream<DynamicTest> attacks() {
        community = Api.founded(ANNA, "Hostile", Rules.with(Rules.of("Hostile"), "passkeys", PASSKEYS));
        Stream.of(wallet, passkey).forEach(key -> adding(key).statusCode(201));
        return Stream.of(sameAgain(), otherProofs(), keys(), bytes(), places(), order(), wallets(), passkeys())
                .flatMap(cases -> cases);
    }

    private Stream<DynamicTest> sameAgain() {
        var act = by(wallet).sign();
        var twin = new Envelope(act.payload(), act.suite(), Forgery.twin(act.signature()));
        var again = by(passkey);
        return Stream.of(
                attack(1, "the same act again", 409, "act-duplicate", () -> {
                    send(act.json()).statusCode(201);
                    return act.json();
                }),
                attack(2, "the same payload with the signature's twin", 422, "signature-invalid", twin::json),
                attack(2, "the same payload, answered anew by the passkey", 409, "act-duplicate", () -> {
                    send(again.sign().json()).statusCode(201);
                    var elsewhere = new PasskeyKey(passkey.seed(), OTHER_ORIGIN, "example.org");
                    return Acts.sign(elsewhere, again.act()).json();
                }),
                attack(3, "a wallet's signature with a high s", 422, "signature-invalid", () -> {
                    var good = by(wallet).sign();
                    return new Envelope(good.payload(), good.suite(), Forgery.twin(good.signature())).json();
                }));
    }

    private Stream<DynamicTest> otherProofs() {
        return Stream.of(
                malformed(7, "63 bytes", "value", () -> signed(ANNA.key(), s -> Arrays.copyOf(s, 63))),
                malformed(7, "65 bytes", "value", () -> signed(ANNA.key(), s -> Arrays.copyOf(s, 65))),
                malformed(7, "a wallet's 64 bytes", "value", () -> signed(wallet, s -> Arrays.copyOf(s, 64))),
                attack(8, "nothing but zeros", 422, "signature-invalid", () -> signed(ANNA.key(), s -> new byte[64])),
                attack(8, "a wallet's zeros", 422, "signature-invalid", () -> signed(wallet, s -> new byte[65])),
                attack(
                        8,
                        "r is the order",
                        422,
                        "signature-invalid",
                        () -> signed(wallet, s -> {
                            byte[] order = Forgery.ORDER.toByteArray();
                            System.arraycopy(order, order.length - 32, s, 0, 32);
                            return s;
                        })),
                attack(26, "personal_sign", 422, "suite-unsupported", () -> text("\"ed25519\"", "\"eip191\"")),
                attack(
                        26,
                        "a contract's signature",
                        422,
                        "suite-unsupported",
                        () -> text("\"ed25519\"", "\"eip1271\"")),
                attack(26, "the suite of another key", 422, "signature-invalid", () -> {
                    var good = by(wallet).sign();
                    return new Envelope(good.payload(), "ed25519", new byte[64]).json();
                }));
    }

    private Stream<DynamicTest> keys() {
        return BadActs.INADMISSIBLE.stream()
                .map(key -> attack(
                        6,
                        "the key " + key,
                        422,
                        "key-invalid",
                        () -> ANNA.says(community, "member.add/1")
                                .with("key", key.did())
                                .sign()
                                .json()));
    }

    private Stream<DynamicTest> bytes() {
        return Stream.of(
                malformed(9, "a space", "not-canonical", () -> payload("{\"actor\"", "{ \"actor\"")),
                malformed(9, "an escape", "not-canonical", () -> payload("\"actor\"", "\"\\u0061ctor\"")),
                malformed(9, "a fraction", "not-canonical", () -> payload("\"v\":1", "\"v\":1.0")),
                malformed(10, "a key twice", "duplicate-key", () -> payload("\"v\":1", "\"v\":1,\"v\":1")),
                malformed(11, "too large a number", "number", () -> payload("\"v\":1", "\"v\":9007199254740993")),
                malformed(11, "less than nothing", "number", () -> payload("\"v\":1", "\"v\":-0")),
                malformed(11, "a leading zero", "number", () -> payload("\"v\":1", "\"v\":01")),
                malformed(11, "an infinite number", "number", () -> payload("\"v\":1", "\"v\":1e400")),
                malformed(12, "half a character", "encoding", () -> payload("\"v\":1", "\"v\":\"\\ud800\"")),
                malformed(12, "a byte order mark", "encoding", () -> payload("{\"actor\"", "\ufeff{\"actor\"")),
                malformed(12, "a zero character", "encoding", () -> payload("\"v\":1", "\"v\":\"\\u0000\"")),
                malformed(
                        13,
                        "deeper than anything",
                        "depth",
                        () -> payload("\"v\":1", "\"v\":" + "[".repeat(20_000) + "]".repeat(20_000))),
                attack(
                        13,
                        "ten megabytes",
                        413,
                        "request-too-large",
                        () -> "x".repeat(10_000_000).getBytes(UTF_8)),
                malformed(
                        14,
                        "a member that nobody asked for",
                        "unknown-member",
                        () -> by(ANNA.key()).with("weight", 1_000).sign().json()));
    }

    private Stream<DynamicTest> places() {
        var elsewhere = Api.founded("Hostile", ANNA);
        return Stream.of(
                attack(
                        15,
                        "signed for a community of the same name",
                        422,
                        "community-mismatch",
                        () -> ANNA.says(elsewhere, "member.add/1")
                                .with("key", newcomer())
                                .sign()
                                .json()),
                attack(
                        16,
                        "about something else",
                        422,
                        "subject-unknown",
                        () -> by(ANNA.key()).about(elsewhere).sign().json()));
    }

    private Stream<DynamicTest> order() {
        var revoked = SecretKey.generate(RANDOM);
        var later = SecretKey.generate(RANDOM);
        return Stream.of(
                attack(17, "the same number with another body", 409, "seq-replayed", () -> {
                    var said = by(ANNA.key());
                    send(said.sign().json()).statusCode(201);
                    return said.with("key", newcomer()).sign().json();
                }),
                attack(
                        17,
                        "a lower number",
                        409,
                        "seq-replayed",
                        () -> by(ANNA.key()).seq(1).sign().json()),
                attack(
                        18,
                        "after its time",
                        422,
                        "act-expired",
                        () -> by(ANNA.key())
                                .until(Instant.now().minusSeconds(1))
                                .sign()
                                .json()),
                attack(
                        18,
                        "for longer than an act may hold",
                        422,
                        "act-horizon",
                        () -> by(ANNA.key())
                                .until(Instant.now().plus(Duration.ofDays(32)))
                                .sign()
                                .json()),
                attack(22, "by a key that was revoked", 422, "key-not-valid", () -> {
                    adding(revoked).statusCode(201);
                    var path = keysPath() + "/revocations";
                    Api.post(
                                    path,
                                    ANNA.says(community, "key.revoke/1")
                                            .about(ANNA.in(community))
                                            .with("key", revoked.publicKey().did())
                                            .sign()
                                            .json())
                            .statusCode(201);
                    return by(revoked).sign().json();
                }),
                attack(
                        22,
                        "by a key that is added later",
                        422,
                        "key-not-valid",
                        () -> by(later).sign().json()));
    }

    private Stream<DynamicTest> wallets() {
        // Whatever else a wallet is made to sign, its address does not come out of this community's typed data.
        var foreign = Api.founded("Another", ANNA);
        return Stream.of(attack(25, "typed data of another community", 422, "signature-invalid", () -> {
            var other = Saying.of(wallet, foreign, "member.add/1")
                    .with("key", newcomer())
                    .sign();
            return new Envelope(by(wallet).sign().payload(), "eip712", other.signature()).json();
        }));
    }

    private Stream<DynamicTest> passkeys() {
        return Stream.of(
                attack(27, "origin", 422, "passkey-refused", () -> at("https://evil.example", "example.org")),
                attack(27, "rpIdHash", 422, "passkey-refused", () -> at(ORIGIN, "evil.example")),
                attack(27, "the challenge of another act", 422, "passkey-refused", () -> {
                    var other = by(passkey).sign();
                    return new Envelope(by(passkey).sign().payload(), other.suite(), other.signature()).json();
                }),
                attack(27, "the person absent", 422, "passkey-refused", () -> answered("authenticatorData", 32, 0)),
                attack(27, "created, not got", 422, "passkey-refused", () -> client("webauthn.get", "webauthn.create")),
                attack(
                        27,
                        "from another site's frame",
                        422,
                        "passkey-refused",
                        () -> client("\"crossOrigin\":false", "\"crossOrigin\":true")));
    }

    private DynamicTest malformed(int number, String what, String reason, Supplier<byte[]> sent) {
        return attack(number, what, 400, "payload-malformed: " + reason, sent);
    }

    /** What is refused names the problem's type and, after a colon, its reason where there is one. */
    private DynamicTest attack(int number, String what, int status, String refused, Supplier<byte[]> sent) {
        return dynamicTest(number + " " + what, () -> {
            var answer = send(sent.get())
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .extract()
                    .jsonPath();
            var reason = answer.getString("reason");
            assertThat(answer.getString("type") + (reason == null ? "" : ": " + reason))
                    .isEqualTo(Api.PROBLEM + refused);
        });
    }

    private ValidatableResponse send(byte[] body) {
        return Api.post(Api.members(community), body);
    }

    /** Anna lets somebody in, with any of her keys. */
    private Saying by(SigningKey key) {
        return Saying.of(key, community, "member.add/1").as(ANNA.in(community)).with("key", newcomer());
    }

    private static String newcomer() {
        return SecretKey.generate(RANDOM).publicKey().did();
    }

    private String keysPath() {
        return Api.members(community) + "/" + ANNA.in(community) + "/keys";
    }

    private ValidatableResponse adding(SigningKey key) {
        var member = ANNA.in(community);
        var consent = Saying.of(key, community, "key.accept/1")
                .as(member)
                .about(member)
                .sign();
        return Api.post(
                keysPath(),
                ANNA.says(community, "key.add/1")
                        .about(member)
                        .with("consent", StrictJson.parse(consent.json(), 96 * 1024))
                        .sign()
                        .json());
    }

    private byte[] signed(SigningKey key, UnaryOperator<byte[]> change) {
        return Forgery.signed(by(key).sign(), change);
    }

    private byte[] text(String piece, String by) {
        return Forgery.text(by(ANNA.key()).sign(), piece, by);
    }

    private byte[] payload(String piece, String by) {
        return Forgery.payload(by(ANNA.key()).sign(), piece, by);
    }

    private byte[] at(String origin, String rpId) {
        var here = new PasskeyKey(passkey.seed(), origin, rpId);
        return by(here).sign().json();
    }

    private byte[] answered(String part, int at, int value) {
        return Forgery.answer(by(passkey).sign(), part, bytes -> {
            bytes[at] = (byte) value;
            return bytes;
        });
    }

    private byte[] client(String piece, String by) {
        return Forgery.answer(
                by(passkey).sign(),
                "clientDataJSON",
                bytes -> new String(bytes, UTF_8).replace(piece, by).getBytes(UTF_8));
    }
}
