// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.BallotLock;
import org.folkmoot.voting.TestClock;
import org.folkmoot.voting.Village;
import org.junit.jupiter.api.Test;

/** While the database is slow, ballots wait; when too many wait, the next are told to come back later. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class BusyTest {
    private static final int MANY = 300;

    @Inject
    TestClock clock;

    @Test
    void whoeverComesWhenTooManyWaitIsToldToComeBack() throws SQLException {
        var village = Village.found(clock);
        var poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
        List<CompletableFuture<HttpResponse<String>>> calls;
        try (var connection = DriverManager.getConnection(Backends.jdbc());
                var lock = connection.createStatement();
                var client = HttpClient.newHttpClient()) {
            lock.execute("select pg_advisory_lock(" + BallotLock.KEY + ")");
            calls = Stream.generate(
                            () -> village.ballot(ANN, poll, "for").sign().json())
                    .limit(MANY)
                    .map(ballot -> client.sendAsync(request(poll, ballot), BodyHandlers.ofString()))
                    .toList();
            Village.await(() -> assertThat(answered(calls)).isGreaterThan(MANY / 2));

            lock.execute("select pg_advisory_unlock(" + BallotLock.KEY + ")");
            calls.forEach(CompletableFuture::join);
        }

        var busy = calls.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 503)
                .toList();
        assertThat(busy).hasSizeGreaterThan(MANY / 2).allSatisfy(answer -> {
            assertThat(answer.body()).contains("urn:folkmoot:problem:busy");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
        assertThat(calls.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .contains(201)
                .isSubsetOf(201, 409, 503);
        village.cast(BEN, poll, "for").statusCode(201);
    }

    private static long answered(List<CompletableFuture<HttpResponse<String>>> calls) {
        return calls.stream().filter(CompletableFuture::isDone).count();
    }

    private static HttpRequest request(Hash poll, byte[] ballot) {
        return HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/polls/" + poll + "/ballots"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ballot))
                .build();
    }
}
