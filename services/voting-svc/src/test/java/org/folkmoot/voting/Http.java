// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.folkmoot.record.Hash;

/** Requests of unknown length and answers that go on, which need more than a test of one question and one answer. */
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    /** Sends a body whose length is not announced. */
    static HttpResponse<String> post(Hash poll, String more, String type, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(poll, "/ballots" + more))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** Sends a body whose length is not announced, and lets the caller do something else meanwhile. */
    static CompletableFuture<String> send(Hash poll, String more, String type, byte[] body) {
        var request = HttpRequest.newBuilder(uri(poll, "/ballots" + more))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    /** Listens to a poll's count; the answer's status comes when the stream has ended. */
    static CompletableFuture<Integer> follow(Hash poll, List<String> heard) {
        var request = HttpRequest.newBuilder(uri(poll, "/tally/stream"))
                .header("Accept", "text/event-stream")
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofLines()).thenApplyAsync(answer -> {
            answer.body().forEach(heard::add);
            return answer.statusCode();
        });
    }

    static URI uri(Hash poll, String path) {
        return uri(poll.hex(), path);
    }

    static URI uri(String poll, String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/polls/" + poll + path);
    }
}
