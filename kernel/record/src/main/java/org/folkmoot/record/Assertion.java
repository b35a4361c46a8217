// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * What a passkey answers to a challenge, as the browser gives it and as WebAuthn level 3 §7.2 has it checked.
 *
 * @param authenticatorData the hash of the place's name, the flags and a counter
 * @param clientData the JSON in which the browser says what was asked and where
 * @param signature ECDSA in DER over the first and the hash of the second
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, never leaves the package
record Assertion(byte[] authenticatorData, byte[] clientData, byte[] signature) {
    static final String AUTHENTICATOR_DATA = "authenticatorData";
    static final String CLIENT_DATA = "clientDataJSON";
    static final String SIGNATURE = "signature";

    private static final Set<String> MEMBERS = Set.of(AUTHENTICATOR_DATA, CLIENT_DATA, SIGNATURE);
    private static final int MAX_CLIENT_DATA = 4 * 1024;
    private static final int MAX_AUTHENTICATOR_DATA = 1024;
    private static final int MAX_SIGNATURE = 72;
    private static final int MAX_BYTES = 8 * 1024;
    private static final int FLAGS = Hash.SIZE;
    private static final int SHORTEST_DATA = FLAGS + 1 + Integer.BYTES;
    private static final int PRESENT = 1;
    private static final int VERIFIED = 1 << 2;

    Assertion {
        limit(AUTHENTICATOR_DATA, authenticatorData, SHORTEST_DATA, MAX_AUTHENTICATOR_DATA);
        limit(CLIENT_DATA, clientData, 1, MAX_CLIENT_DATA);
        limit(SIGNATURE, signature, 1, MAX_SIGNATURE);
        authenticatorData = authenticatorData.clone();
        clientData = clientData.clone();
        signature = signature.clone();
    }

    /** Reads the three parts from the members of a proof. */
    static Assertion of(Fields proof) {
        return new Assertion(proof.base64(AUTHENTICATOR_DATA), proof.base64(CLIENT_DATA), proof.base64(SIGNATURE));
    }

    /** Reads the one byte string in which {@link #bytes()} keeps the three. */
    static Assertion read(byte[] bytes) {
        return of(Fields.exactly(StrictJson.parse(bytes, MAX_BYTES), MEMBERS));
    }

    /** Keeps the three parts in one byte string: canonical JSON. */
    byte[] bytes() {
        return Json.object(members()).canonical();
    }

    Map<String, Object> members() {
        var base64 = Base64.getEncoder();
        return Map.of(
                AUTHENTICATOR_DATA, base64.encodeToString(authenticatorData),
                CLIENT_DATA, base64.encodeToString(clientData),
                SIGNATURE, base64.encodeToString(signature));
    }

    /** Says whether the key signed these very parts, and that they answer this challenge and a person's touch. */
    boolean proves(PublicKey key, byte[] challenge, Verifier verifier) {
        checkAnswer(challenge);
        return verifier.verify(key, signed(), signature);
    }

    /** Refuses an answer that was given at a place or in a way that the community does not accept. */
    void check(PasskeyRules rules) {
        if (!rules.origins().contains(client().text("origin"))) throw new PasskeyRefused("origin");
        byte[] place = Arrays.copyOf(authenticatorData, Hash.SIZE);
        if (rules.rpIds().stream()
                .noneMatch(id -> Arrays.equals(Hash.of(id.getBytes(UTF_8)).bytes(), place)))
            throw new PasskeyRefused("rpIdHash");
        if (rules.userVerification() && !flag(VERIFIED)) throw new PasskeyRefused("userVerified");
    }

    private void checkAnswer(byte[] challenge) {
        var client = client();
        if (!client.text("type").equals("webauthn.get")) throw new PasskeyRefused("type");
        var expected = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
        if (!client.text("challenge").equals(expected)) throw new PasskeyRefused("challenge");
        if (client.has("crossOrigin") && client.value("crossOrigin").equals(new Json.Bool(true)))
            throw new PasskeyRefused("crossOrigin");
        if (!flag(PRESENT)) throw new PasskeyRefused("userPresent");
    }

    private boolean flag(int bit) {
        return (authenticatorData[FLAGS] & bit) != 0;
    }

    private byte[] signed() {
        var bytes = Arrays.copyOf(authenticatorData, authenticatorData.length + Hash.SIZE);
        System.arraycopy(Hash.of(clientData).bytes(), 0, bytes, authenticatorData.length, Hash.SIZE);
        return bytes;
    }

    // Browsers may add members of their own, so unknown ones are no fault here.
    private Fields client() {
        return Fields.open(StrictJson.parseWrapper(clientData, MAX_CLIENT_DATA), Set.of("type", "challenge", "origin"));
    }

    private static void limit(String name, byte[] bytes, int least, int most) {
        if (bytes.length < least || bytes.length > most)
            throw Fields.wrong(name + " has " + bytes.length + " bytes, not " + least + " to " + most);
    }
}
