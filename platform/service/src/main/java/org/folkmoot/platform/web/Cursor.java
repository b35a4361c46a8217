// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page begins; opaque to callers, so that what it holds may change. */
public final class Cursor {
    private Cursor() {}

    /** The cursor after the item with this key. */
    public static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key that a cursor was made of. */
    public static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new MalformedCursor();
        }
    }
}
