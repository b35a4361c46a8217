// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.folkmoot.record.SecretKey;

/** How what is told is signed. */
enum Scheme {
    /** With a secret that sender and receiver share: HMAC-SHA256. */
    V1,
    /** With a key of which the receiver has the public half: Ed25519. */
    V1A;

    static final int SECRET_BYTES = 32;
    private static final String MAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The word for it in a signature. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Makes a secret, for one endpoint. */
    byte[] make() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** What the receiver checks with and nobody else may know, if there is such a thing. */
    Optional<String> shared(byte[] secret) {
        return switch (this) {
            case V1 -> Optional.of("whsec_" + base64(secret));
            case V1A -> Optional.empty();
        };
    }

    /** What the receiver checks with and everybody may know, if there is such a thing. */
    Optional<String> open(byte[] secret) {
        return switch (this) {
            case V1 -> Optional.empty();
            case V1A ->
                Optional.of("whpk_" + base64(new SecretKey(secret).publicKey().bytes()));
        };
    }

    /** The signature over what is told, with its word. */
    String sign(byte[] secret, String id, long seconds, String body) {
        var signed = (id + "." + seconds + "." + body).getBytes(UTF_8);
        var signature = switch (this) {
            case V1 -> mac(secret, signed);
            case V1A -> new SecretKey(secret).sign(signed);
        };
        return word() + "," + base64(signature);
    }

    private static byte[] mac(byte[] secret, byte[] signed) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
