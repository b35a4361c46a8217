// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** The signature is not the one of this key over these bytes. */
public final class BadSignature extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadSignature() {
        super("the signature does not fit the key and the payload", null, false, false);
    }
}
