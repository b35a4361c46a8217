// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;

/** Everything that is wrong with an act wherever it is sent, and what is said about it. */
final class BadActs {
    /** The identity, a point of order two, one of order eight, one with an order eight part, and no point at all. */
    static final List<PublicKey> INADMISSIBLE = List.of(
            key("0100000000000000000000000000000000000000000000000000000000000000"),
            key("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            key("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
            key("cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d"),
            key("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"));

    private static final Hash ELSEWHERE = Hash.of("elsewhere".getBytes(UTF_8));

    private record Case(String name, byte[] body, int status, String type) {}

    private BadActs() {}

    /** Sends variants of a good act, each with one thing wrong; lines follow the act if it is the first of a stream. */
    static void check(String path, Saying good, boolean stream) {
        check(path, good, stream, new Stranger(422, "key-not-valid"));
    }

    /** What is said to an act in the name of somebody else who is nobody here. */
    record Stranger(int status, String type) {}

    /** The same, where somebody who is nobody here is told so in another way. */
    static void check(String path, Saying good, boolean stream, Stranger stranger) {
        for (var wrong : cases(good, stream ? "line-too-long" : "request-too-large", stranger)) {
            var answer = stream ? Api.postLines(path, withNewline(wrong.body)) : Api.post(path, wrong.body);
            said(wrong, answer);
        }
    }

    private static void said(Case wrong, ValidatableResponse answer) {
        try {
            answer.statusCode(wrong.status)
                    .contentType("application/problem+json")
                    .body("type", equalTo(Api.PROBLEM + wrong.type));
        } catch (AssertionError failure) {
            throw new AssertionError(wrong.name, failure);
        }
    }

    private static List<Case> cases(Saying good, String oversized, Stranger stranger) {
        var cases = new ArrayList<Case>();
        var signed = good.sign();
        var act = good.act();
        cases.add(new Case("no JSON", "hello".getBytes(UTF_8), 400, "payload-malformed"));
        cases.add(new Case("another shape", "{\"payload\":\"\"}".getBytes(UTF_8), 400, "payload-malformed"));
        cases.add(new Case("unsigned", unsigned(signed), 400, "payload-malformed"));
        cases.add(new Case("oversized", "x".repeat(97 * 1024).getBytes(UTF_8), 413, oversized));
        cases.add(new Case("other suite", text(signed, "ed25519", "eip191"), 422, "suite-unsupported"));
        cases.add(new Case("spaces", spaced(signed), 400, "payload-malformed"));
        cases.add(new Case("other signature", resigned(signed), 422, "signature-invalid"));
        cases.add(new Case("other type", json(typed(act, "member.ad/1"), good), 422, "act-type-unexpected"));
        cases.add(new Case(
                "other community", json(placed(act, ELSEWHERE, act.subject()), good), 422, "community-mismatch"));
        cases.add(
                new Case("other subject", json(placed(act, act.community(), ELSEWHERE), good), 422, "subject-unknown"));
        cases.add(new Case(
                "over", good.until(Instant.now().minusSeconds(60)).sign().json(), 422, "act-expired"));
        cases.add(new Case(
                "too long",
                good.until(Instant.now().plus(Duration.ofDays(32))).sign().json(),
                422,
                "act-horizon"));
        cases.add(new Case("other actor", json(acted(act, ELSEWHERE), good), stranger.status, stranger.type));
        cases.add(new Case("weak signer", weak(act), 422, "signature-invalid"));
        return cases;
    }

    private static byte[] json(Act act, Saying good) {
        return Acts.sign(good.signer(), act).json();
    }

    private static Act typed(Act act, String type) {
        return new Act(
                act.actor(), act.body(), act.community(), act.key(), act.notAfter(), act.seq(), act.subject(), type);
    }

    private static Act placed(Act act, Hash community, Hash subject) {
        return new Act(act.actor(), act.body(), community, act.key(), act.notAfter(), act.seq(), subject, act.type());
    }

    private static Act acted(Act act, Hash actor) {
        return new Act(
                actor, act.body(), act.community(), act.key(), act.notAfter(), act.seq(), act.subject(), act.type());
    }

    /** By the identity anybody can sign what a lenient verifier believes. */
    private static byte[] weak(Act act) {
        var signature = new byte[64];
        signature[0] = 1;
        var draft = Act.draft(
                act.community(),
                INADMISSIBLE.getFirst(),
                act.type(),
                act.subject(),
                act.body(),
                act.seq(),
                act.notAfter());
        return new Envelope(draft.payload(), "ed25519", signature).json();
    }

    private static byte[] unsigned(Envelope signed) {
        return ("{\"payload\":\"" + Base64.getEncoder().encodeToString(signed.payload()) + "\",\"proof\":{}}")
                .getBytes(UTF_8);
    }

    private static byte[] spaced(Envelope signed) {
        var payload =
                new String(signed.payload(), UTF_8).replaceFirst(":", ": ").getBytes(UTF_8);
        return new Envelope(payload, signed.suite(), signed.signature()).json();
    }

    private static byte[] resigned(Envelope signed) {
        var other = Person.named("a stranger").says(Hash.ZERO, "nothing/1").sign();
        return new Envelope(signed.payload(), signed.suite(), other.signature()).json();
    }

    private static byte[] text(Envelope signed, String from, String to) {
        return new String(signed.json(), UTF_8).replace(from, to).getBytes(UTF_8);
    }

    private static byte[] withNewline(byte[] line) {
        var whole = Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        return whole;
    }

    private static PublicKey key(String hex) {
        return new PublicKey(HexFormat.of().parseHex(hex));
    }
}
