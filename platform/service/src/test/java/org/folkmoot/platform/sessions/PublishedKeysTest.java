// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {
    private final List<OctetKeyPairJsonWebKey> published = new ArrayList<>();
    private final Hands clock = new Hands();
    private HttpServer server;
    private PublishedKeys keys;
    private int asked;

    PublishedKeysTest() throws IOException {
        server = serve(0);
        keys = new PublishedKeys(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json"), clock);
    }

    @BeforeEach
    void publish() throws JoseException {
        published.add(key("first"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aKeyIsReadOnceAndServes() {
        assertThat(keys.key("first")).isPresent();
        assertThat(keys.key("first")).isPresent();

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aNewKeyIsFoundAndAnUnknownNameDoesNotAskEachTime() throws JoseException {
        keys.key("first");
        published.add(key("second"));

        assertThat(keys.key("second")).isEmpty();
        clock.now = clock.now.plus(PublishedKeys.PAUSE);
        assertThat(keys.key("second")).isPresent();
        for (int i = 0; i < 10; i++) assertThat(keys.key("third")).isEmpty();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aKeyThatIsNoLongerPublishedEndsWithTheNextReading() throws JoseException {
        keys.key("first");
        published.clear();
        published.add(key("second"));

        clock.now = clock.now.plus(PublishedKeys.FRESH).minusMillis(1);
        assertThat(keys.key("first")).isPresent();
        clock.now = clock.now.plusMillis(1);
        assertThat(keys.key("first")).isEmpty();
    }

    @Test
    void knownKeysServeWhileTheirSourceIsAwayAndNoKeysAreAnOutage() throws IOException {
        int port = server.getAddress().getPort();
        keys.key("first");
        server.stop(0);

        clock.now = clock.now.plus(PublishedKeys.FRESH);
        assertThat(keys.key("first")).isPresent();
        var fresh = new PublishedKeys(URI.create("http://127.0.0.1:" + port + "/jwks.json"), clock);
        assertThat(catchThrowableOfType(SessionRefused.class, () -> fresh.key("first"))
                        .refusal())
                .isEqualTo(new SessionRefusal.SessionKeysUnavailable());
        server = serve(port);
        clock.now = clock.now.plus(PublishedKeys.PAUSE);
        assertThat(fresh.key("first")).isPresent();
    }

    private HttpServer serve(int port) throws IOException {
        var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        made.createContext("/jwks.json", exchange -> {
            asked++;
            var body = new JsonWebKeySet(published).toJson().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        made.start();
        return made;
    }

    private static OctetKeyPairJsonWebKey key(String kid) throws JoseException {
        var key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        key.setKeyId(kid);
        return key;
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
