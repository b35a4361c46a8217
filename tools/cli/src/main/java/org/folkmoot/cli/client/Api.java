// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** HTTP with JSON answers: what is not a success is thrown as {@link RefusedByService} or {@link Unreachable}. */
public final class Api implements AutoCloseable {
    /** How many panels can be drawn from a city has thousands of digits, and Jackson reads a thousand unless it is told otherwise. */
    private static final int LONGEST_NUMBER = 100_000;

    public static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build());

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Optional<String> session;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Reads with the session that FOLKMOOT_SESSION holds, if it holds one. */
    public Api() {
        this(Optional.ofNullable(System.getenv("FOLKMOOT_SESSION")).filter(token -> !token.isBlank()));
    }

    private Api(Optional<String> session) {
        this.session = session;
    }

    /** Reads with this session. */
    public static Api with(String session) {
        return new Api(Optional.of(session));
    }

    public JsonNode get(URI base, String path) {
        return get(base, path, PATIENCE);
    }

    /** The same, with no more patience than that for an answer to begin. */
    public JsonNode get(URI base, String path, Duration patience) {
        return json(send(request(base, path).timeout(patience).GET(), BodyHandlers.ofByteArray()));
    }

    /** Gives one page after the other of a list that has no query of its own. */
    public void each(URI base, String path, Consumer<JsonNode> page) {
        var after = "";
        do {
            var read = get(base, path + "?limit=200" + after);
            page.accept(read);
            after = read.hasNonNull("next")
                    ? "&after=" + URLEncoder.encode(read.path("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!after.isEmpty());
    }

    /** Posts what is signed with the next number; if another process took that at the same time, with a later one. */
    public JsonNode say(URI base, String path, Signing signing) {
        return InTurn.say(new Signer(InstantSource.system()), signing, act -> post(base, path, act.json()));
    }

    /** Posts a signed act. */
    public JsonNode post(URI base, String path, byte[] envelope) {
        return post(base, path, "application/json", BodyPublishers.ofByteArray(envelope));
    }

    public JsonNode post(URI base, String path, String mediaType, BodyPublisher body) {
        return json(send(request(base, path).header("Content-Type", mediaType).POST(body), BodyHandlers.ofByteArray()));
    }

    /** Deletes something, which is answered with nothing. */
    public void delete(URI base, String path) {
        var answer = send(request(base, path).DELETE(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) throw refusal(answer.statusCode(), answer.body());
    }

    /** Posts lines and returns the lines of the answer as they come. The caller closes the stream. */
    public InputStream stream(URI base, String path, BodyPublisher lines) {
        var request = request(base, path)
                .header("Content-Type", "application/x-ndjson")
                .POST(lines);
        return body(send(request, BodyHandlers.ofInputStream()));
    }

    /** Gets a body of any length. The caller closes the stream. */
    public InputStream download(URI base, String path) {
        return body(send(request(base, path).GET(), BodyHandlers.ofInputStream()));
    }

    /** Follows server-sent events. The caller closes the stream. */
    public InputStream follow(URI base, String path) {
        var request = request(base, path).header("Accept", "text/event-stream").GET();
        return send(request, BodyHandlers.ofInputStream()).body();
    }

    private static InputStream body(HttpResponse<InputStream> answer) {
        if (answer.statusCode() / 100 == 2) return answer.body();
        try (var body = answer.body()) {
            throw refusal(answer.statusCode(), body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(URI base, String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        session.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder builder, HttpResponse.BodyHandler<T> handler) {
        var request = builder.build();
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new Unreachable(request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(request.uri(), e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) throw refusal(answer.statusCode(), answer.body());
        try {
            return JSON.readTree(answer.body());
        } catch (IOException _) {
            throw foreign(answer.statusCode(), answer.body());
        }
    }

    private static RefusedByService refusal(int status, byte[] body) {
        try {
            return new RefusedByService(status, JSON.readTree(body));
        } catch (IOException _) {
            return foreign(status, body);
        }
    }

    /** Something between us and the service answered, not the service. */
    private static RefusedByService foreign(int status, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return new RefusedByService(
                status,
                JSON.createObjectNode()
                        .put("title", "Not an answer of Folkmoot")
                        .put("detail", text));
    }

    /** One line of JSON. */
    public static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
