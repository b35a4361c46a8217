// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

/** Says, behind the fence, why an answer cannot be used. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String reason) {
        super(reason, null, false, false);
    }
}
