// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A service's answer that it did not do what was asked: an RFC 9457 problem, which is told in words. */
public final class RefusedByService extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "urn:folkmoot:problem:";

    private final int status;
    private final transient JsonNode problem;

    RefusedByService(int status, JsonNode problem) {
        super(RefusalWords.of(status, problem));
        this.status = status;
        this.problem = problem;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The whole problem. */
    public JsonNode problem() {
        return problem;
    }

    /** The last part of the problem's type, such as {@code act-duplicate}. */
    public String reason() {
        return reasonOf(problem);
    }

    /** The last part of a problem's type, or an empty text when it has none. */
    public static String reasonOf(JsonNode problem) {
        var type = problem.path("type").asText("");
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }
}
