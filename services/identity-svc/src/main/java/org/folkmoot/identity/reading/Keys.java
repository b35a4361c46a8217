// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.reading;

import org.folkmoot.platform.web.MalformedCursor;
import org.folkmoot.record.Hash;

/** Reads the hash that a cursor of this service is made of. */
final class Keys {
    private Keys() {}

    static Hash hash(String key) {
        try {
            return Hash.parse(key);
        } catch (IllegalArgumentException _) {
            throw new MalformedCursor();
        }
    }
}
