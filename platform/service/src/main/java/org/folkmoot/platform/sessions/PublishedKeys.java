// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The keys that identity-svc publishes as a JSON Web Key Set. They are read when a token names one that is not known, at
 * most once in {@link #PAUSE}, and again when they are {@link #FRESH} old; while identity-svc is away, those that were
 * read last go on to serve.
 */
@ApplicationScoped
@DefaultBean
class PublishedKeys implements VerifyingKeys {
    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;

    private final URI source;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile Map<String, PublicKey> keys = Map.of();
    private volatile Instant read = Instant.MIN;
    private volatile Instant tried = Instant.MIN;

    PublishedKeys(@ConfigProperty(name = "folkmoot.sessions.keys") URI source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Optional<PublicKey> key(String kid) {
        var now = clock.instant();
        if (!keys.containsKey(kid) || !now.isBefore(read.plus(FRESH))) refresh(now);
        if (read.equals(Instant.MIN)) throw new SessionRefused(new SessionRefusal.SessionKeysUnavailable());
        return Optional.ofNullable(keys.get(kid));
    }

    private synchronized void refresh(Instant now) {
        if (now.isBefore(tried.equals(Instant.MIN) ? Instant.MIN : tried.plus(PAUSE))) return;
        tried = now;
        try {
            keys = fetch();
            read = now;
        } catch (IOException | JoseException e) {
            LOG.warnf("The keys of sessions could not be read at %s: %s", source, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, PublicKey> fetch() throws IOException, InterruptedException, JoseException {
        var request = HttpRequest.newBuilder(source).timeout(PATIENCE).build();
        var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        if (answer.statusCode() != OK) throw new IOException("answered " + answer.statusCode());
        var found = new HashMap<String, PublicKey>();
        for (var key : new JsonWebKeySet(answer.body()).getJsonWebKeys())
            if (key instanceof PublicJsonWebKey known && known.getKeyId() != null)
                found.put(known.getKeyId(), known.getPublicKey());
        return Map.copyOf(found);
    }
}
