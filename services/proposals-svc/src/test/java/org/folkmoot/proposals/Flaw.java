// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.EVE;

import java.time.Duration;
import java.util.Base64;
import java.util.function.BiFunction;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SigningKey;
import org.folkmoot.testkit.Saying;

/** What is bad, and the answer to it. */
enum Flaw {
    EMPTY(400, "payload-malformed", (_, _) -> new byte[0]),
    NOT_JSON(400, "payload-malformed", (_, _) -> "an act".getBytes(UTF_8)),
    UNSIGNED(400, "payload-malformed", (_, good) -> text("{\"payload\":\"%s\"}", payload(good))),
    UNKNOWN_SUITE(
            422,
            "suite-unsupported",
            (_, good) -> text(
                    "{\"payload\":\"%s\",\"proof\":{\"signature\":\"AAAA\",\"suite\":\"eip191\"}}", payload(good))),
    SHORT_SIGNATURE(
            400,
            "payload-malformed",
            (_, good) -> text(
                    "{\"payload\":\"%s\",\"proof\":{\"signature\":\"AAAA\",\"suite\":\"ed25519\"}}", payload(good))),
    SIGNED_BY_ANOTHER(422, "signature-invalid", (_, good) -> signedBy(BEN.key().sign(new byte[1]), good)),
    KEY_OF_ANOTHER(422, "key-not-valid", (_, good) -> byEveAsAnn(good)),
    NOT_A_MEMBER(403, "not-a-member", (_, good) -> resigned(good, EVE.key(), good.community())),
    OTHER_COMMUNITY(422, "community-mismatch", (_, good) -> resigned(good, good.signer(), Hash.of(new byte[] {1}))),
    OTHER_SUBJECT(
            422,
            "subject-unknown",
            (_, good) -> good.about(Hash.of(new byte[] {2})).sign().json()),
    OTHER_TYPE(422, "act-type-unexpected", (_, good) -> otherType(good)),
    EXPIRED(
            422,
            "act-expired",
            (scene, good) -> good.until(scene.town().clock().instant().minusSeconds(1))
                    .sign()
                    .json()),
    TOO_FAR_AHEAD(
            422,
            "act-horizon",
            (scene, good) -> good.until(scene.town().clock().instant().plus(Duration.ofDays(32)))
                    .sign()
                    .json()),
    REPLAYED_NUMBER(409, "seq-replayed", (_, good) -> good.seq(1).sign().json()),
    UNKNOWN_FIELD(
            400,
            "payload-malformed",
            (_, good) -> good.with("weight", 9L).sign().json()),
    NOT_CANONICAL(400, "payload-malformed", (_, good) -> spaced(good)),
    LARGE_PAYLOAD(
            413,
            "payload-too-large",
            (_, good) -> text(
                    "{\"payload\":\"%s\",\"proof\":{\"signature\":\"%s\",\"suite\":\"ed25519\"}}",
                    base64(new byte[61 * 1024]), base64(new byte[64]))),
    LARGE_BODY(413, "request-too-large", (_, _) -> new byte[97 * 1024]);

    final int status;
    final String problem;
    private final BiFunction<Scene, Saying, byte[]> spoil;

    Flaw(int status, String problem, BiFunction<Scene, Saying, byte[]> spoil) {
        this.status = status;
        this.problem = problem;
        this.spoil = spoil;
    }

    /** Makes a good act bad in this way. */
    byte[] spoil(Scene scene, Saying good) {
        return spoil.apply(scene, good);
    }

    private static byte[] byEveAsAnn(Saying good) {
        var act = good.act();
        return Acts.sign(
                        EVE.key(),
                        new Act(
                                act.actor(),
                                act.body(),
                                act.community(),
                                EVE.publicKey(),
                                act.notAfter(),
                                act.seq(),
                                act.subject(),
                                act.type()))
                .json();
    }

    private static byte[] otherType(Saying good) {
        var act = good.act();
        return Acts.sign(
                        good.signer(),
                        new Act(
                                act.actor(),
                                act.body(),
                                act.community(),
                                act.key(),
                                act.notAfter(),
                                act.seq(),
                                act.subject(),
                                "ballot.cast/1"))
                .json();
    }

    private static byte[] resigned(Saying good, SigningKey key, Hash community) {
        var act = good.act();
        return Acts.sign(
                        key,
                        Act.draft(
                                community,
                                key.publicKey(),
                                act.type(),
                                act.subject(),
                                act.body(),
                                act.seq(),
                                act.notAfter()))
                .json();
    }

    private static byte[] signedBy(byte[] signature, Saying good) {
        return new Envelope(good.act().payload(), "ed25519", signature).json();
    }

    private static byte[] spaced(Saying good) {
        var loose =
                new String(good.act().payload(), UTF_8).replaceFirst(",", ", ").getBytes(UTF_8);
        return new Envelope(loose, "ed25519", new byte[64]).json();
    }

    private static String payload(Saying good) {
        return base64(good.act().payload());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] text(String format, Object... parts) {
        return String.format(format, parts).getBytes(UTF_8);
    }
}
