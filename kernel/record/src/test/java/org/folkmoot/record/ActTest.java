// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.folkmoot.record.Malformed.Reason.MISSING_MEMBER;
import static org.folkmoot.record.Malformed.Reason.VALUE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Malformed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActTest {
    static final SecretKey SECRET = new SecretKey(new byte[32]);
    static final Hash COMMUNITY = Hash.parse("33".repeat(32));
    static final Hash POLL = Hash.parse("44".repeat(32));

    /** Written, hashed and signed once with other tools (Python's hashlib and OpenSSL). */
    static final String PAYLOAD = "{\"actor\":\"27c5242b15d5be468af5f66cac3fb9c0f39fb4c0e3d16e8d908366c76d1ebd2f\","
            + "\"body\":{\"choice\":\"for\"},\"community\":\"" + "33".repeat(32) + "\","
            + "\"key\":\"did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp\",\"notAfter\":1790003600,"
            + "\"seq\":17,\"subject\":\"" + "44".repeat(32) + "\",\"type\":\"ballot.cast/1\",\"v\":1}";

    private static final String ID = "284c7d18cb067c5ffa3d207564896e0ee71c1e2e8a9a08becb838000113654d6";

    static Act ballot() {
        var body = Json.object(Map.of("choice", "for"));
        return Act.draft(COMMUNITY, SECRET.publicKey(), "ballot.cast/1", POLL, body, 17, 1790003600);
    }

    @Test
    void anActHasTheBytesAndTheNameThatAnyOtherToolGivesIt() {
        assertThat(ballot().payload()).asString(UTF_8).isEqualTo(PAYLOAD);
        assertThat(ballot().id()).hasToString(ID);
    }

    @Test
    void anActIsReadBackFromItsBytes() {
        assertThat(Act.read(PAYLOAD.getBytes(UTF_8))).isEqualTo(ballot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Actor", "role", "weight"})
    void aMemberThatNobodyDefinedIsRefused(String name) {
        var members = members();
        members.put(name, 9);

        var refusal = catchThrowableOfType(
                UnknownMember.class, () -> Act.read(Json.of(members).canonical()));

        assertThat(refusal.member()).isEqualTo(name);
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_MEMBER);
    }

    @Test
    void theNameOfAnUnknownMemberIsMadeHarmless() {
        var hostile = "{\"<b>\u202e\\n" + "x".repeat(1000) + "\":1}";

        var refusal = catchThrowableOfType(UnknownMember.class, () -> Act.read(hostile.getBytes(UTF_8)));

        assertThat(refusal.member()).startsWith("?b???xxx").hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "body", "community", "key", "notAfter", "seq", "subject", "type", "v"})
    void aMissingMemberIsRefused(String name) {
        var members = members();
        members.remove(name);

        assertRefused(members, MISSING_MEMBER, "missing: " + name);
    }

    static final List<Arguments> WRONG = List.of(
            Arguments.of("actor", "27C5242B15D5BE468AF5F66CAC3FB9C0F39FB4C0E3D16E8D908366C76D1EBD2F"),
            Arguments.of("actor", ""),
            Arguments.of("actor", 1),
            Arguments.of("body", List.of()),
            Arguments.of("body", "for"),
            Arguments.of("community", true),
            Arguments.of("community", "0".repeat(63)),
            Arguments.of("key", "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"),
            Arguments.of("key", Map.of()),
            Arguments.of("notAfter", -1),
            Arguments.of("notAfter", "1790003600"),
            Arguments.of("seq", -1),
            Arguments.of("seq", false),
            Arguments.of("subject", List.of("4")),
            Arguments.of("type", 1),
            Arguments.of("type", ""),
            Arguments.of("type", "ballot.cast"),
            Arguments.of("type", "ballot.cast/"),
            Arguments.of("type", "ballot.cast/0"),
            Arguments.of("type", "ballot.cast/01"),
            Arguments.of("type", "ballot.cast/1.0"),
            Arguments.of("type", "ballot.cast/1/1"),
            Arguments.of("type", "/1"),
            Arguments.of("type", "Ballot.cast/1"),
            Arguments.of("type", ".cast/1"),
            Arguments.of("type", "ballot..cast/1"),
            Arguments.of("type", "ballot./1"),
            Arguments.of("type", "1ballot/1"),
            Arguments.of("type", "ballot cast/1"),
            Arguments.of("type", "x".repeat(63) + "/1"),
            Arguments.of("v", 0),
            Arguments.of("v", 2),
            Arguments.of("v", "1"));

    @ParameterizedTest
    @FieldSource("WRONG")
    void aMemberOfAnotherKindOrValueIsRefused(String name, Object value) {
        var members = members();
        members.put(name, value);

        assertRefused(members, VALUE, name + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "true"})
    void whatIsNotAnObjectIsNoAct(String payload) {
        assertThatThrownBy(() -> Act.read(payload.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ballot.cast/1", "community.found/1", "x/12", "key-set.re-new2/9"})
    void typesAreWordsAndAVersion(String type) {
        var members = members();
        members.put("type", type);

        assertThat(Act.read(Json.of(members).canonical()).type()).isEqualTo(type);
    }

    @Test
    void anActThatCannotBeReadAgainCannotBeMade() {
        var act = ballot();

        assertThatThrownBy(() -> Act.draft(COMMUNITY, act.key(), "cast", POLL, act.body(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Act.draft(COMMUNITY, act.key(), "ballot.cast/1", POLL, act.body(), -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Act.draft(COMMUNITY, act.key(), "ballot.cast/1", POLL, act.body(), 1, 1L << 53))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Object> members() {
        var members = new HashMap<String, Object>();
        ((Map<?, ?>) StrictJson.parse(PAYLOAD.getBytes(UTF_8)).plain())
                .forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    private static void assertRefused(Map<String, Object> members, Reason reason, String words) {
        var refusal = catchThrowableOfType(
                Malformed.class, () -> Act.read(Json.of(members).canonical()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageStartingWith(words);
    }
}
