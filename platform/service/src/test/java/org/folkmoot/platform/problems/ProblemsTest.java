// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ProblemsTest {
    private static final String SAMPLES = "/v1/samples";

    @Test
    void valuesHaveOneShape() {
        post("{\"words\":\"shape\"}")
                .statusCode(201)
                .body("amount", equalTo("90071992547409931234"))
                .body("at", equalTo("2026-11-20T10:00:00.000Z"))
                .body("hash", equalTo("0".repeat(64)))
                .body("$", not(hasKey("nothing")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "{\"words\":1}",
                "{\"words\":\"x\"} x",
                "{\"words\":\"x\",\"times\":1.5}",
                "{\"words\":\"x\",\"times\":\"1\"}"
            })
    void aBodyThatCannotBeReadIsRefused(String body) {
        var answer = post(body);

        isProblem(answer, 400, body.isEmpty() ? "request-invalid" : "request-malformed");
    }

    @Test
    void anUnknownMemberIsNamed() {
        isProblem(post("{\"words\":\"x\",\"power\":100}"), 400, "request-malformed")
                .body("field", equalTo("power"))
                .body("detail", equalTo("nobody defined the member power"));
    }

    @Test
    void aValueThatIsNotAllowedIsNamedWithItsReason() {
        isProblem(post("{\"words\":\" \"}"), 400, "request-invalid")
                .body("violations[0].field", equalTo("words"))
                .body("violations[0].reason", equalTo("must not be blank"));
    }

    @Test
    void aParameterThatIsNotAllowedIsNamedWithItsReason() {
        isProblem(get(SAMPLES + "/text?times=4"), 400, "request-invalid").body("violations[0].field", equalTo("times"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        isProblem(get("/v1/nothing"), 404, "not-found").body("title", equalTo("Not Found"));
        isProblem(get(SAMPLES + "/nothing/here"), 404, "not-found");
    }

    @Test
    void aNameThatIsNoHashNamesNothing() {
        isProblem(get(SAMPLES + "/0123"), 404, "not-found");
        get(SAMPLES + "/" + "0".repeat(64)).statusCode(200);
    }

    @Test
    void aMethodThatIsNotThereIsNotAllowed() {
        isProblem(given().delete(SAMPLES).then(), 405, "method-not-allowed");
    }

    @Test
    void aFormThatDoesNotExistIsNotAcceptable() {
        isProblem(given().accept("image/png").get(SAMPLES + "/text").then(), 406, "not-acceptable");
    }

    @Test
    void aKindOfBodyThatIsNotReadIsUnsupported() {
        isProblem(given().contentType("text/csv").body("a,b").post(SAMPLES).then(), 415, "unsupported-media-type");
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnread() {
        isProblem(postBytes("application/json", "/bytes", new byte[96 * 1024 + 1]), 413, "request-too-large");
        postBytes("application/json", "/bytes", new byte[96 * 1024]).statusCode(200);
    }

    @Test
    void aStreamMayBeLonger() {
        postBytes("application/x-ndjson", "/stream", new byte[200 * 1024]).statusCode(200);
        isProblem(postBytes("application/x-ndjson", "/stream", new byte[2 * 1024 * 1024]), 413, "request-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/samples/bytes application/json",
                "/v1/loops application/json",
                "/v1/samples application/json"
            })
    void aBodyThatDoesNotAnnounceItsLengthIsCutOff(String place) throws IOException, InterruptedException {
        var parts = place.split(" ", 2);

        var answer = chunked(parts[0], parts[1], new byte[2 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:folkmoot:problem:request-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/samples/bytes", "/v1/loops"})
    void aBodyThatDoesNotAnnounceItsLengthIsTaken(String path) throws IOException, InterruptedException {
        var body = "as much as there may be ".repeat(4096).getBytes(UTF_8);

        var answer = chunked(path, "application/json", body);

        assertThat(body).hasSize(96 * 1024);
        assertThat(answer.body()).isEqualTo(Hash.of(body).hex());
    }

    @Test
    void aStreamThatDoesNotAnnounceItsLengthIsCutOff() throws IOException, InterruptedException {
        var answer = chunked("/v1/samples/stream", "application/x-ndjson", new byte[2 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void ourOwnFaultTellsOnlyAnId() {
        var answer = isProblem(get(SAMPLES + "/bug"), 500, "internal-error")
                .body("id", matchesPattern("[0-9a-f-]{36}"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("secret", "Exception", "org.folkmoot");
    }

    @Test
    void aBrokenConstraintIsOurOwnFault() {
        post("{\"words\":\"twice\"}").statusCode(201);

        var answer = isProblem(post("{\"words\":\"twice\"}"), 500, "internal-error")
                .extract()
                .asString();

        assertThat(answer).doesNotContain("sample", "constraint");
    }

    @Test
    void pagesFollowOneAnother() {
        var first = get(SAMPLES + "/pages?limit=3").statusCode(200).body("items", equalTo(List.of("a", "b", "c")));
        String next = first.extract().path("next");

        get(SAMPLES + "/pages?limit=3&after=" + next)
                .statusCode(200)
                .body("items", equalTo(List.of("d", "e")))
                .body("$", not(hasKey("next")));
    }

    @Test
    void aPageHasItsLimits() {
        isProblem(get(SAMPLES + "/pages?limit=201"), 400, "request-invalid")
                .body("violations[0].field", equalTo("limit"));
        isProblem(get(SAMPLES + "/pages?limit=x"), 400, "request-invalid");
        isProblem(get(SAMPLES + "/pages?after=%C3%A4"), 400, "cursor-malformed");
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post(SAMPLES).then();
    }

    private static ValidatableResponse postBytes(String type, String path, byte[] body) {
        return given().contentType(type).body(body).post(SAMPLES + path).then();
    }

    private static HttpResponse<String> chunked(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:folkmoot:problem:" + type))
                .body("status", equalTo(status))
                .body("$", hasKey("title"));
    }
}
