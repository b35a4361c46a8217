// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

/** The HTTP statuses that refusals have; JAX-RS has no word for 422. */
public enum ProblemStatus {
    /** The request itself is wrong. */
    BAD_REQUEST(400),
    /** The caller has not said, or not well enough, who is asking. */
    UNAUTHORIZED(401),
    /** The caller may not do this. */
    FORBIDDEN(403),
    /** What it is about does not exist, or not yet. */
    NOT_FOUND(404),
    /** What it is about is in another state than the request needs. */
    CONFLICT(409),
    /** There was such a thing, and there never will be again. */
    GONE(410),
    /** The body is too large. */
    TOO_LARGE(413),
    /** The request is well-formed and a rule is against it. */
    UNPROCESSABLE(422),
    /** The service is at fault. */
    INTERNAL_ERROR(500),
    /** The same request can succeed later. */
    UNAVAILABLE(503);

    private final int code;

    ProblemStatus(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
