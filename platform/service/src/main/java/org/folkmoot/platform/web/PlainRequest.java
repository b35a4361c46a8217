// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.record.Hash;

/**
 * What a plain route of Vert.x looks at before it takes a request past the machinery for resources, which costs as much as reading
 * the request. Whatever else may be asked of HTTP is left to that.
 */
public final class PlainRequest {
    /** What resources say of the JSON that they answer. */
    public static final String JSON = "application/json;charset=UTF-8";

    private PlainRequest() {}

    /** Whether it is JSON of an announced length for which any JSON may come back, as nearly all requests are. */
    public static boolean isJson(HttpServerRequest request) {
        var headers = request.headers();
        var accept = headers.get(HttpHeaders.ACCEPT);
        return MediaType.APPLICATION_JSON.equals(headers.get(HttpHeaders.CONTENT_TYPE))
                && headers.contains(HttpHeaders.CONTENT_LENGTH)
                && !headers.contains(HttpHeaders.EXPECT)
                && (accept == null || accept.equals(MediaType.WILDCARD) || accept.equals(MediaType.APPLICATION_JSON));
    }

    /** The hash in a place of the path, if one stands there. */
    public static Optional<Hash> hash(RoutingContext route, String place) {
        try {
            return Optional.of(Hash.parse(Objects.requireNonNullElse(route.pathParam(place), "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
