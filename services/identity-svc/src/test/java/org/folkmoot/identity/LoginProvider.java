// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Somebody else's login provider, as far as a service sees it: published keys, and tokens under them. */
public final class LoginProvider implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "https://login.example.org";
    static final String AUDIENCE = "folkmoot-here";
    static final RsaJsonWebKey KEY = key("one");
    static final RsaJsonWebKey OTHER = key("one");
    static final RsaJsonWebKey UNKNOWN = key("two");

    private final HttpServer server = bound();

    @Override
    public Map<String, String> start() {
        server.createContext("/keys", exchange -> {
            var keys = new JsonWebKeySet(KEY).toJson().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            try (var body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.start();
        return Map.of(
                "folkmoot.login.issuer", ISSUER,
                "folkmoot.login.audience", AUDIENCE,
                "folkmoot.login.keys", "http://localhost:" + server.getAddress().getPort() + "/keys");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** What the provider says of somebody who just logged in. */
    static JwtClaims claims(String subject, String nonce) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringClaim("nonce", nonce);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    static String token(String subject, String nonce) {
        return token(claims(subject, nonce), KEY);
    }

    static String token(JwtClaims claims, RsaJsonWebKey key) {
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer bound() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RsaJsonWebKey key(String kid) {
        try {
            var key = RsaJwkGenerator.generateJwk(2_048);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
