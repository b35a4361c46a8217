// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** Bytes that are not what they must be: refused with a reason and a place, and never repaired. */
public sealed class Malformed extends RuntimeException permits UnknownMember {
    /** Why the bytes were refused. */
    public enum Reason {
        /** There are more bytes than the limit. */
        SIZE,
        /** Objects and arrays are nested too deeply. */
        DEPTH,
        /** The bytes are not JSON. */
        SYNTAX,
        /** The bytes are JSON, but not written the one way in which they may be signed. */
        NOT_CANONICAL,
        /** An object has the same key twice. */
        DUPLICATE_KEY,
        /** A number is not an integer between −(2^53−1) and 2^53−1. */
        NUMBER,
        /** Text is not well-formed UTF-8 without NUL, or not base64 where that is due. */
        ENCODING,
        /** A value is null. */
        NULL,
        /** A member that must be there is not. */
        MISSING_MEMBER,
        /** A member is there that nobody defined. */
        UNKNOWN_MEMBER,
        /** A member has the wrong kind or an impossible value. */
        VALUE
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final int offset;

    // Hostile bytes arrive in numbers, and where in this code they were refused says nothing about them: no stack
    // trace.
    Malformed(Reason reason, int offset, String words) {
        super(words, null, false, false);
        this.reason = reason;
        this.offset = offset;
    }

    /** Says why the bytes were refused. */
    public Reason reason() {
        return reason;
    }

    /** Says at which byte the reason was found; 0 when it concerns the document as a whole. */
    public int offset() {
        return offset;
    }
}
