// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D): 12 random bytes, the ciphertext, and a tag of 16 bytes that also covers
 * a context, so that what was sealed for one thing does not open for another.
 */
public final class Sealed {
    /** The length of a key in bytes. */
    public static final int KEY = 32;

    /** How much longer something is when it is sealed, in bytes. */
    public static final int MORE = 28;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** So many random bytes. */
    public static byte[] random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Seals something under a key, for a context. */
    public static byte[] seal(byte[] key, byte[] context, byte[] plain) {
        var nonce = random(NONCE);
        var sealed = run(Cipher.ENCRYPT_MODE, key, context, nonce, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** Opens what was sealed under that key for that context; nothing else is opened. */
    public static byte[] open(byte[] key, byte[] context, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return run(Cipher.DECRYPT_MODE, key, context, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private static byte[] run(int mode, byte[] key, byte[] context, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            // Another key file than the one that sealed, or rows that somebody changed.
            throw new IllegalStateException("something could not be sealed or opened", e);
        }
    }
}
