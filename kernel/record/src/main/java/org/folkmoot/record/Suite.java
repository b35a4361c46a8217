// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** The ways to prove who signed. An envelope names the way, and a key can sign in one way only. */
public enum Suite {
    /** A key of 32 bytes signs the pre-authentication encoding of the payload. */
    ED25519("ed25519", 32),
    /** A wallet signs typed data, in which a person has read what the act is; the key is its address. */
    EIP712("eip712", 20),
    /** A passkey signs a challenge, the hash of the pre-authentication encoding; the key is a point of P-256. */
    WEBAUTHN_ES256("webauthn-es256", 33);

    private final String label;
    private final int keySize;

    Suite(String label, int keySize) {
        this.label = label;
        this.keySize = keySize;
    }

    /** Its name in envelopes. */
    public String label() {
        return label;
    }

    /** How many bytes its keys have: no two suites have the same. */
    public int keySize() {
        return keySize;
    }

    /** Finds a suite by its name in envelopes. */
    public static Suite named(String label) {
        for (var suite : values()) if (suite.label.equals(label)) return suite;
        throw new UnsupportedSuite();
    }

    static Suite ofKey(int size) {
        for (var suite : values()) if (suite.keySize == size) return suite;
        throw new IllegalArgumentException("no key has " + size + " bytes");
    }
}
