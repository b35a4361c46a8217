// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/**
 * A member's act as it was received, so that anyone can check it again.
 *
 * @param payload the payload's bytes, base64
 * @param suite the signature suite
 * @param signature the signature's bytes, base64
 */
public record Signed(String payload, String suite, String signature) {
    public Signed {
        Fields.text("payload", payload);
        Fields.text("suite", suite);
        Fields.text("signature", signature);
    }
}
