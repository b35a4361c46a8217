// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The typed data that a wallet shows before it signs an act: what it is, in the wallet's own words and in ours. */
public final class WalletText {
    private static final String NAME = "DAO Engine";
    private static final String VERSION = "1";
    private static final int UINT64 = 64;
    private static final int LONGEST = 1_000;

    private WalletText() {}

    /**
     * The sentence about an act that its wallet shows: the type and the body as it stands in the payload, of which the
     * first thousand characters are shown.
     */
    public static String summary(Act act) {
        var body = act.body().canonicalText();
        int characters = body.codePointCount(0, body.length());
        var shown = characters <= LONGEST
                ? body
                : body.substring(0, body.offsetByCodePoints(0, LONGEST)) + "… (" + characters + " characters)";
        return act.type() + " " + shown;
    }

    /** The typed data as a wallet's {@code eth_signTypedData_v4} takes it, for the act with this payload. */
    public static Json.Obj json(byte[] payload) {
        var act = Act.read(payload);
        var domain = domain(act);
        var message = message(act, payload);
        return Json.object(Map.of(
                "domain", new TypedData.Inner(domain).json(),
                "message", new TypedData.Inner(message).json(),
                "primaryType", message.name(),
                "types", Map.of(domain.name(), types(domain), message.name(), types(message))));
    }

    /** The bytes whose Keccak hash the wallet signs. */
    static byte[] encode(Act act, byte[] payload) {
        return TypedData.encode(domain(act), message(act, payload));
    }

    private static TypedData.Struct domain(Act act) {
        return new TypedData.Struct(
                "EIP712Domain",
                text("name", NAME),
                text("version", VERSION),
                new TypedData.Member(
                        "salt", new TypedData.Bytes32(act.community().bytes())));
    }

    private static TypedData.Struct message(Act act, byte[] payload) {
        return new TypedData.Struct(
                "Action",
                text("community", act.community().hex()),
                text("type", act.type()),
                text("subject", act.subject().hex()),
                text("summary", summary(act)),
                count("seq", act.seq()),
                count("notAfter", act.notAfter()),
                new TypedData.Member(
                        "payloadHash", new TypedData.Bytes32(Hash.of(payload).bytes())));
    }

    private static List<Map<String, String>> types(TypedData.Struct struct) {
        return struct.members().stream()
                .map(member ->
                        Map.of("name", member.name(), "type", member.value().type()))
                .toList();
    }

    private static TypedData.Member text(String name, String value) {
        return new TypedData.Member(name, new TypedData.Text(value));
    }

    private static TypedData.Member count(String name, long value) {
        return new TypedData.Member(name, new TypedData.Number(BigInteger.valueOf(value), UINT64));
    }
}
