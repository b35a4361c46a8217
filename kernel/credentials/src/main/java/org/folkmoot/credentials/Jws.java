// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Verifier;

/**
 * JSON Web Signatures (RFC 7515) in their compact form. The key says how it signs and the header must agree; there is no
 * other algorithm than EdDSA with Ed25519 and ES256, and none that the header could choose.
 */
final class Jws {
    private static final int HALF = 32;
    private static final int PARTS = 3;

    private final Verifier verifier;

    Jws(Verifier verifier) {
        this.verifier = verifier;
    }

    /** A signature that is not yet checked. */
    record Unchecked(Json.Obj header, Json.Obj payload, byte[] signed, byte[] signature) {}

    static Unchecked parse(String compact, String... types) {
        var parts = compact.split("\\.", -1);
        if (parts.length != PARTS) throw CredentialRefused.malformed("A signature has three parts.");
        var header = JsonText.object(new String(base64(parts[0]), UTF_8));
        if (header.get("crit").isPresent() || header.get("b64").isPresent())
            throw new CredentialRefused(Reason.SUITE, "The header asks for what is not done here.");
        if (!Arrays.asList(types).contains(Parts.text(header, "typ").orElse("")))
            throw CredentialRefused.malformed("The header's typ is none of " + String.join(", ", types) + ".");
        var signed = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
        return new Unchecked(header, JsonText.object(new String(base64(parts[1]), UTF_8)), signed, base64(parts[2]));
    }

    void check(Unchecked jws, PublicKey key, Reason otherwise) {
        var algorithm = Parts.text(jws.header(), "alg").orElse("");
        var wanted = switch (key.suite()) {
            case ED25519 -> "EdDSA";
            case WEBAUTHN_ES256 -> "ES256";
            case EIP712 -> throw new CredentialRefused(Reason.SUITE, "A wallet signs no credentials.");
        };
        if (!algorithm.equals(wanted))
            throw new CredentialRefused(Reason.SUITE, "The key signs with " + wanted + ", not " + algorithm + ".");
        if (!verify(key, jws.signed(), jws.signature()))
            throw new CredentialRefused(otherwise, "The signature is not the one of " + key.did() + ".");
    }

    /** Checks a signature as RFC 7518 and RFC 8037 write it. */
    boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != 2 * HALF) return false;
        return switch (key.suite()) {
            case ED25519 -> verifier.verify(key, message, signature);
            case WEBAUTHN_ES256 -> verifier.verify(key, message, der(signature));
            case EIP712 -> false;
        };
    }

    /** The same two numbers in DER, as the verifier takes them; a zero of either is refused there. */
    private static byte[] der(byte[] signature) {
        var r = new BigInteger(1, signature, 0, HALF).toByteArray();
        var s = new BigInteger(1, signature, HALF, HALF).toByteArray();
        var der = new byte[6 + r.length + s.length];
        der[0] = 0x30;
        der[1] = (byte) (der.length - 2);
        der[2] = 0x02;
        der[3] = (byte) r.length;
        System.arraycopy(r, 0, der, 4, r.length);
        der[4 + r.length] = 0x02;
        der[5 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 6 + r.length, s.length);
        return der;
    }

    /** The key of a JSON Web Key: Ed25519 (RFC 8037) or P-256 (RFC 7518). */
    static PublicKey key(Json.Obj jwk) {
        var x = coordinate(jwk, "x");
        var kind = Parts.needed(jwk, "kty") + " " + Parts.needed(jwk, "crv");
        try {
            return switch (kind) {
                case "OKP Ed25519" -> new PublicKey(x);
                case "EC P-256" -> {
                    var compressed = new byte[1 + HALF];
                    compressed[0] = (byte) (2 + (coordinate(jwk, "y")[HALF - 1] & 1));
                    System.arraycopy(x, 0, compressed, 1, HALF);
                    yield new PublicKey(compressed);
                }
                default -> throw new CredentialRefused(Reason.SUITE, "Keys of the kind " + kind + " are not checked.");
            };
        } catch (IllegalArgumentException _) {
            throw CredentialRefused.malformed("The key is not a point of its curve.");
        }
    }

    private static byte[] coordinate(Json.Obj jwk, String name) {
        var bytes = base64(Parts.needed(jwk, name));
        if (bytes.length != HALF) throw CredentialRefused.malformed(name + " is not 32 bytes.");
        return bytes;
    }

    /** Base64url without padding, in its one spelling. */
    static byte[] base64(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw CredentialRefused.malformed("It is not base64url without padding.");
    }
}
