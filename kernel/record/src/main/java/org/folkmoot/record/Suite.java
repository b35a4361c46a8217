// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** The ways to prove who signed. The name stands in the envelope, so that more ways can be added. */
enum Suite {
    /** A signature of 64 bytes over the pre-authentication encoding of the payload. */
    ED25519("ed25519", 64);

    private final String label;
    private final int signatureSize;

    Suite(String label, int signatureSize) {
        this.label = label;
        this.signatureSize = signatureSize;
    }

    String label() {
        return label;
    }

    int signatureSize() {
        return signatureSize;
    }

    static Suite named(String label) {
        for (var suite : values()) if (suite.label.equals(label)) return suite;
        throw new UnsupportedSuite();
    }
}
