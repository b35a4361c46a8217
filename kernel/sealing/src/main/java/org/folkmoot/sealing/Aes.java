// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, and XAES-256-GCM, which is the same with a nonce of 24 bytes. */
final class Aes {
    static final int TAG = 16;
    static final int NONCE = 12;
    private static final int LONG_NONCE = 24;
    private static final int BLOCK = 16;
    private static final int BITS = 8;
    private static final byte CARRY = (byte) 0x87;

    private Aes() {}

    static byte[] seal(byte[] key, byte[] nonce, byte[] plain, byte[] with) {
        try {
            return gcm(Cipher.ENCRYPT_MODE, key, nonce, with).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Opens what was sealed with this key; nothing if it was not. */
    static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] sealed, byte[] with) {
        try {
            return Optional.of(gcm(Cipher.DECRYPT_MODE, key, nonce, with).doFinal(sealed));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher gcm(int mode, byte[] key, byte[] nonce, byte[] with) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var extended = nonce.length == LONG_NONCE;
        var used = extended ? derived(key, Arrays.copyOf(nonce, NONCE)) : key;
        var left = extended ? Arrays.copyOfRange(nonce, NONCE, LONG_NONCE) : nonce;
        cipher.init(mode, new SecretKeySpec(used, "AES"), new GCMParameterSpec(TAG * BITS, left));
        cipher.updateAAD(with);
        return cipher;
    }

    /** The key of XAES-256-GCM for the first half of a nonce. */
    private static byte[] derived(byte[] key, byte[] half) throws GeneralSecurityException {
        // A key derivation of NIST needs the bare block cipher; no two blocks are of the same secret text.
        var block = Cipher.getInstance("AES/ECB/NoPadding");
        block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] subkey = doubled(block.doFinal(new byte[BLOCK]));
        return new Bytes()
                .put(block.doFinal(message(1, half, subkey)))
                .put(block.doFinal(message(2, half, subkey)))
                .all();
    }

    private static byte[] message(int counter, byte[] half, byte[] subkey) {
        byte[] message = new Bytes()
                .put(new byte[] {0, (byte) counter, 'X', 0})
                .put(half)
                .all();
        for (int i = 0; i < BLOCK; i++) message[i] ^= subkey[i];
        return message;
    }

    private static byte[] doubled(byte[] block) {
        var twice = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int below = i + 1 < BLOCK ? (block[i + 1] & 0xff) >>> 7 : 0;
            twice[i] = (byte) (block[i] << 1 | below);
        }
        if (block[0] < 0) twice[BLOCK - 1] ^= CARRY;
        return twice;
    }
}
