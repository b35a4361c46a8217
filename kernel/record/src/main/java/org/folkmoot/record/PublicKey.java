// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a member signs with: an Ed25519 key or a passkey's P-256 key, written as a did:key, or a wallet's address, written
 * as a did:pkh of chain 1. An address is the same account on every chain, and nobody here asks a chain.
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record PublicKey(byte[] bytes) {
    private static final String METHOD = "did:key:z";
    private static final String WALLET = "did:pkh:eip155:1:0x";
    private static final byte[] ED25519 = {(byte) 0xed, 1};
    private static final byte[] P256_KEY = {(byte) 0x80, 0x24};
    private static final HexFormat HEX = HexFormat.of();

    public PublicKey {
        Suite.ofKey(bytes.length);
        bytes = bytes.clone();
    }

    /** Reads a key. Whether it may sign is {@link #admissible()}'s question. */
    public static PublicKey parse(String did) {
        if (did.startsWith(WALLET)) return address(did.substring(WALLET.length()));
        if (!did.startsWith(METHOD)) throw new IllegalArgumentException("neither a did:key in base58btc nor a wallet");
        boolean passkey = did.length() - METHOD.length() == Base58.P256_DIGITS;
        return passkey
                ? decoded(did, P256_KEY, Base58.P256_DIGITS, Suite.WEBAUTHN_ES256)
                : decoded(did, ED25519, Base58.ED25519_DIGITS, Suite.ED25519);
    }

    private static PublicKey decoded(String did, byte[] kind, int digits, Suite suite) {
        byte[] coded = Base58.decode(did, METHOD.length(), digits, kind.length + suite.keySize());
        if (coded[0] != kind[0] || coded[1] != kind[1])
            throw new IllegalArgumentException("neither an Ed25519 key nor a P-256 key");
        return new PublicKey(Arrays.copyOfRange(coded, kind.length, coded.length));
    }

    private static PublicKey address(String hex) {
        var bytes = HEX.parseHex(hex);
        // Addresses are also written with capitals that check the rest; one spelling is enough.
        if (bytes.length != Suite.EIP712.keySize() || !HEX.formatHex(bytes).equals(hex))
            throw new IllegalArgumentException("an address has 40 lower-case hexadecimal digits");
        return new PublicKey(bytes);
    }

    /** The way in which this key signs. */
    public Suite suite() {
        return Suite.ofKey(bytes.length);
    }

    /** Writes the key as did:key or did:pkh. */
    public String did() {
        return switch (suite()) {
            case ED25519 -> METHOD + new String(Base58.encode(join(ED25519, bytes), Base58.ED25519_DIGITS));
            case WEBAUTHN_ES256 -> METHOD + new String(Base58.encode(join(P256_KEY, bytes), Base58.P256_DIGITS));
            case EIP712 -> WALLET + HEX.formatHex(bytes);
        };
    }

    /**
     * Says whether every verifier in the world agrees about this key's signatures: a canonical point of prime order that
     * is not the identity, or an address that is not all zeros. It costs twice a verification, so it is asked once, when
     * the key is registered.
     */
    public boolean admissible() {
        return switch (suite()) {
            case ED25519 -> org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(bytes, 0);
            case WEBAUTHN_ES256 -> P256.point(bytes).isPresent();
            case EIP712 -> !Arrays.equals(bytes, new byte[bytes.length]);
        };
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] join(byte[] head, byte[] tail) {
        var joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return did();
    }
}
