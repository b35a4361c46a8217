// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Verifies with Amazon's native library where it loads, about twice as fast as pure Java. */
public final class AccpVerifier implements Verifier {
    private static final String REGISTER = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] X509_P256 =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SIGNATURE_SIZE = 64;

    private final Provider provider;
    private final KeyFactory keys;
    private final KeyFactory points;

    private AccpVerifier(Provider provider) throws GeneralSecurityException {
        this.provider = provider;
        this.keys = KeyFactory.getInstance("Ed25519", provider);
        this.points = KeyFactory.getInstance("EC", provider);
    }

    /** Loads the native library, unless this machine or its settings refuse it. */
    public static Optional<AccpVerifier> load() {
        // The provider reads this when it is made, so an own instance works whoever loaded the class before.
        System.setProperty(REGISTER, "true");
        try {
            var provider = new AmazonCorrettoCryptoProvider();
            return provider.getLoadingError() == null ? Optional.of(new AccpVerifier(provider)) : Optional.empty();
        } catch (LinkageError | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean verify(PublicKey key, byte[] message, byte[] signature) {
        return switch (key.suite()) {
            case ED25519 -> ed25519(key, message, signature);
            case WEBAUTHN_ES256 -> p256(key, message, signature);
            case EIP712 -> BouncyVerifier.wallet(key, message, signature);
        };
    }

    private boolean ed25519(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_SIZE || startsWithIdentity(signature)) return false;
        try {
            var verification = Signature.getInstance("Ed25519", provider);
            verification.initVerify(keys.generatePublic(new X509EncodedKeySpec(join(X509, key.bytes()))));
            verification.update(message);
            return verification.verify(signature);
        } catch (InvalidKeySpecException | SignatureException _) {
            return false; // not a point, or S not below the order
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the native library has lost its Ed25519", e);
        }
    }

    private boolean p256(PublicKey key, byte[] message, byte[] signature) {
        // The library reads more spellings of DER than one.
        if (!P256.strictDer(signature)) return false;
        var point = P256.point(key.bytes());
        if (point.isEmpty()) return false;
        try {
            byte[] coded = join(X509_P256, point.get().getEncoded(false));
            var verification = Signature.getInstance("SHA256withECDSA", provider);
            verification.initVerify(points.generatePublic(new X509EncodedKeySpec(coded)));
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException _) {
            return false; // r or s not below the order
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the native library has lost its P-256", e);
        }
    }

    @Override
    public String name() {
        return "ACCP";
    }

    /** Makes a signer of a seed. */
    Signer signer(byte[] seed) {
        try {
            var key = keys.generatePrivate(new PKCS8EncodedKeySpec(join(PKCS8, seed)));
            return message -> sign(key, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every seed is a key", e);
        }
    }

    private byte[] sign(java.security.PrivateKey key, byte[] message) {
        try {
            var signing = Signature.getInstance("Ed25519", provider);
            signing.initSign(key);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the native library does not sign", e);
        }
    }

    private static boolean startsWithIdentity(byte[] signature) {
        if (signature[0] != 1) return false;
        for (int i = 1; i < Hash.SIZE; i++) if (signature[i] != 0) return false;
        return true;
    }

    private static byte[] join(byte[] head, byte[] tail) {
        var joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
