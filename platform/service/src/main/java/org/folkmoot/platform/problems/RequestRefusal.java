// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import java.util.List;

/** Why a request is refused before any rule of a service is asked. */
public sealed interface RequestRefusal {
    /** Nothing is there. */
    record NotFound() implements RequestRefusal {}

    /** Something is there, but this cannot be done with it. */
    record MethodNotAllowed() implements RequestRefusal {}

    /** The answer does not exist in a form that the caller accepts. */
    record NotAcceptable() implements RequestRefusal {}

    /** The body is of a kind that is not read here. */
    record UnsupportedMediaType() implements RequestRefusal {}

    /** The body has more bytes than the limit. */
    record RequestTooLarge() implements RequestRefusal {}

    /** The body or a parameter cannot be read. */
    record RequestMalformed(String field, String detail) implements RequestRefusal {}

    /** The body or a parameter was read, but its values are not allowed. */
    record RequestInvalid(List<Violation> violations) implements RequestRefusal {}

    /** One value that is not allowed, and why. */
    record Violation(String field, String reason) {}

    /** The cursor of a page is not one that this service gave. */
    record CursorMalformed() implements RequestRefusal {}

    /** This is for operators, who send their token. */
    record OperatorRequired() implements RequestRefusal {}

    /** The database does not answer; nothing was changed, and the same request can be sent again. */
    record DatabaseUnavailable() implements RequestRefusal {}

    /** A third party's policy gave no answer; nothing was changed, and the same request can be sent again. */
    record PluginFailed(String plugin, String version, String reason) implements RequestRefusal {
        /** Tells which one, and why. */
        public static PluginFailed of(org.folkmoot.constitution.PluginFailed failed) {
            return new PluginFailed(failed.id(), failed.version(), failed.reason());
        }
    }

    /** The service is at fault; the log has the reason under this id. */
    @SuppressWarnings("AvoidCommonTypeNames") // its name is the problem's type
    record InternalError(String id) implements RequestRefusal {}

    /** Anything else that HTTP itself has a word for. */
    record RequestRefused() implements RequestRefusal {}
}
