// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Signed bytes and their proof, kept exactly as they came.
 *
 * @param signature the proof's bytes: 64 of Ed25519, 65 of a wallet, or the three parts of a passkey's answer in canonical
 *     JSON
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Envelope(byte[] payload, String suite, byte[] signature) {
    /** The most bytes that are read: the largest payload in base64, its proof and some spaces. */
    public static final int MAX_BYTES = 96 * 1024;

    private static final Set<String> MEMBERS = Set.of("payload", "proof");
    private static final Set<String> PROOF_MEMBERS = Set.of("signature", "suite");
    private static final Set<String> PASSKEY_MEMBERS = Set.of(Assertion.AUTHENTICATOR_DATA, Assertion.CLIENT_DATA);
    private static final int ED25519_SIZE = 64;

    public Envelope {
        switch (Suite.named(suite)) {
            case ED25519 -> checkSize(suite, signature, ED25519_SIZE);
            case EIP712 -> checkSize(suite, signature, Secp256k1.SIGNATURE_SIZE);
            case WEBAUTHN_ES256 -> Assertion.read(signature);
        }
        if (payload.length > StrictJson.MAX_BYTES)
            throw new Malformed(Malformed.Reason.SIZE, StrictJson.MAX_BYTES, "the payload is too large");
        payload = payload.clone();
        signature = signature.clone();
    }

    /** Reads an envelope. Spaces and the order of its members are free, since nobody signs them. */
    public static Envelope read(byte[] json) {
        var fields = Fields.exactly(StrictJson.parseWrapper(json, MAX_BYTES), MEMBERS);
        var proof = Fields.of(fields.value("proof"), PROOF_MEMBERS, PASSKEY_MEMBERS);
        byte[] signature = Suite.named(proof.text("suite")) == Suite.WEBAUTHN_ES256
                ? Assertion.of(proof).bytes()
                : Fields.exactly(fields.value("proof"), PROOF_MEMBERS).base64("signature");
        return new Envelope(fields.base64("payload"), proof.text("suite"), signature);
    }

    /** Writes the envelope. */
    public byte[] json() {
        var base64 = Base64.getEncoder();
        var proof = new HashMap<String, Object>(Map.of("suite", suite));
        if (isByPasskey()) proof.putAll(Assertion.read(signature).members());
        else proof.put("signature", base64.encodeToString(signature));
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

    /** Says whether the key that the act names has signed it, in the way that the envelope names. */
    boolean provenBy(Act act, Verifier verifier) {
        var key = act.key();
        if (!key.suite().label().equals(suite)) return false;
        return switch (key.suite()) {
            case ED25519 -> verifier.verify(key, Pae.encode(Act.MEDIA_TYPE, payload), signature);
            case EIP712 -> verifier.verify(key, WalletText.encode(act, payload), signature);
            case WEBAUTHN_ES256 ->
                Assertion.read(signature)
                        .proves(
                                key,
                                Hash.of(Pae.encode(Act.MEDIA_TYPE, payload)).bytes(),
                                verifier);
        };
    }

    /** Whether it is for a community's rules to say where and how that may have been signed. */
    public boolean isByPasskey() {
        return Suite.named(suite) == Suite.WEBAUTHN_ES256;
    }

    /** Refuses a passkey's proof from a place, or made in a way, that the community does not accept. */
    public void check(PasskeyRules rules) {
        if (isByPasskey()) Assertion.read(signature).check(rules);
    }

    private static void checkSize(String suite, byte[] signature, int size) {
        if (signature.length != size) throw Fields.wrong("a signature of " + suite + " has " + size + " bytes");
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
