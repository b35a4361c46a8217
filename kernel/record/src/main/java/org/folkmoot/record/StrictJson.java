// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import org.folkmoot.record.Malformed.Reason;

/** Reads JSON that already has its one canonical spelling, and refuses all other bytes. */
public final class StrictJson {
    /** The most bytes of an act: it must fit into an entry of the log. */
    public static final int MAX_BYTES = 60 * 1024;

    private StrictJson() {}

    /** Reads a document of at most 60 KiB. */
    public static Json parse(byte[] document) {
        return parse(document, MAX_BYTES);
    }

    /** Reads a document of at most so many bytes. */
    public static Json parse(byte[] document, int maxBytes) {
        return read(document, maxBytes, true);
    }

    /** Reads the wrapper around signed bytes, whose spaces and order mean nothing. */
    static Json parseWrapper(byte[] document, int maxBytes) {
        return read(document, maxBytes, false);
    }

    private static Json read(byte[] document, int maxBytes, boolean canonical) {
        if (document.length > maxBytes) throw new Malformed(Reason.SIZE, maxBytes, "more than " + maxBytes + " bytes");
        return new JsonReader(document, canonical).document();
    }
}
