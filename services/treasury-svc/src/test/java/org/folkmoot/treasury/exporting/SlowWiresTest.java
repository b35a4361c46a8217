// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Whoever asks for the journal over the network and stops reading keeps nobody waiting. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SlowWiresTest {
    private static final int PATIENCE = 20_000;
    private static final String OK = "HTTP/1.1 200 OK";

    @TestHTTPResource
    URI here = URI.create("http://127.0.0.1");

    @Inject
    AgroalDataSource database;

    /** Each asks for more than fits on the way, reads that there is an answer, and stops. */
    @Test
    void howeverManyStopReading() throws IOException {
        var journal = new PlainJournal(database);
        journal.add(40, 500, "x".repeat(500));
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SlowReadersTest.READERS; i++) sockets.add(ask(journal.community()));
            for (var socket : sockets)
                assertThat(new String(socket.getInputStream().readNBytes(OK.length()), UTF_8))
                        .isEqualTo(OK);

            given().get("/v1/communities/" + journal.community() + "/assets")
                    .then()
                    .statusCode(200);
            assertThat(new Sql(database).first("select 1", row -> row.getInt(1)))
                    .hasValue(1);
        } finally {
            for (var socket : sockets) socket.close();
        }
    }

    private Socket ask(Hash community) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(here.getHost(), here.getPort()));
        socket.getOutputStream()
                .write("GET /v1/communities/%s/journal/jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .formatted(community)
                        .getBytes(UTF_8));
        return socket;
    }
}
