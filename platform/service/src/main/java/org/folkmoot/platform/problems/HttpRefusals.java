// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

/** The refusal that a plain HTTP status is. */
final class HttpRefusals {
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private HttpRefusals() {}

    static Record of(int status) {
        return switch (status) {
            case NOT_FOUND -> new RequestRefusal.NotFound();
            case METHOD_NOT_ALLOWED -> new RequestRefusal.MethodNotAllowed();
            case NOT_ACCEPTABLE -> new RequestRefusal.NotAcceptable();
            case TOO_LARGE -> new RequestRefusal.RequestTooLarge();
            case UNSUPPORTED_MEDIA_TYPE -> new RequestRefusal.UnsupportedMediaType();
            default -> new RequestRefusal.RequestRefused();
        };
    }
}
