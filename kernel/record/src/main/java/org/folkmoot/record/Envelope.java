// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Signed bytes and their proof, kept exactly as they came. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Envelope(byte[] payload, String suite, byte[] signature) {
    /** The most bytes that are read: the largest payload in base64, its proof and some spaces. */
    public static final int MAX_BYTES = 96 * 1024;

    private static final Set<String> MEMBERS = Set.of("payload", "proof");
    private static final Set<String> PROOF_MEMBERS = Set.of("signature", "suite");

    public Envelope {
        int size = Suite.named(suite).signatureSize();
        if (signature.length != size) throw Fields.wrong("a signature of " + suite + " has " + size + " bytes");
        if (payload.length > StrictJson.MAX_BYTES)
            throw new Malformed(Malformed.Reason.SIZE, StrictJson.MAX_BYTES, "the payload is too large");
        payload = payload.clone();
        signature = signature.clone();
    }

    /** Reads an envelope. Spaces and the order of its members are free, since nobody signs them. */
    public static Envelope read(byte[] json) {
        var fields = Fields.exactly(StrictJson.parseWrapper(json, MAX_BYTES), MEMBERS);
        var proof = Fields.exactly(fields.value("proof"), PROOF_MEMBERS);
        return new Envelope(fields.base64("payload"), proof.text("suite"), proof.base64("signature"));
    }

    /** Writes the envelope. */
    public byte[] json() {
        var base64 = Base64.getEncoder();
        var proof = Map.of("signature", base64.encodeToString(signature), "suite", suite);
        return Json.of(Map.of("payload", base64.encodeToString(payload), "proof", proof))
                .canonical();
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    Act act() {
        return Act.read(payload);
    }

    boolean provenBy(PublicKey key, Ed25519Verifier verifier) {
        return switch (Suite.named(suite)) {
            case ED25519 -> verifier.verify(key, Pae.encode(Act.MEDIA_TYPE, payload), signature);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope envelope
                && Arrays.equals(payload, envelope.payload)
                && suite.equals(envelope.suite)
                && Arrays.equals(signature, envelope.signature);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(payload) + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "envelope of " + Hash.of(payload) + " by " + suite;
    }
}
