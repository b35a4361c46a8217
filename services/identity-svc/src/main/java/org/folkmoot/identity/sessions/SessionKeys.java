// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.Key;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.sessions.VerifyingKeys;
import org.folkmoot.record.SecretKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.keys.EdDsaKeyUtil;
import org.jose4j.lang.JoseException;

/**
 * The keys that sign tokens, which all replicas share. A key signs for as long as {@code folkmoot.sessions.rotate-every}
 * says, and is published until the last token that it signed has ended.
 */
@ApplicationScoped
class SessionKeys implements VerifyingKeys {
    private static final String CURVE = "Ed25519";

    private final Sql sql;
    private final Duration rotateEvery;
    private final Clock clock;

    SessionKeys(
            AgroalDataSource database,
            @ConfigProperty(name = "folkmoot.sessions.rotate-every") Duration rotateEvery,
            Clock clock) {
        this.sql = new Sql(database);
        this.rotateEvery = rotateEvery;
        this.clock = clock;
    }

    /** The key that signs now; a new one if the last has signed for long enough. */
    @Transactional
    Signing current() {
        var now = clock.instant();
        var newest = newest(now);
        if (newest.isPresent()) return newest.get();
        // Replicas that come here together make one key between them.
        sql.first("select pg_advisory_xact_lock(hashtext('session_key'))::text", row -> "");
        return newest(now).orElseGet(() -> make(now));
    }

    private Optional<Signing> newest(Instant now) {
        return sql.first(
                "select kid, seed from session_key where made_at > ? order by made_at desc limit 1",
                row -> new Signing(row.getString(1), privateKey(row.getBytes(2))),
                now.minus(rotateEvery));
    }

    private Signing make(Instant now) {
        sql.update("delete from session_key where made_at <= ?", retired(now));
        var seed = SecretKey.generate(new SecureRandom());
        // The key's own name, so that no two keys share one.
        var kid = seed.publicKey().did().substring("did:key:".length());
        sql.update("insert into session_key (kid, seed, made_at) values (?, ?, ?)", kid, seed.seed(), now);
        return new Signing(kid, privateKey(seed.seed()));
    }

    /** The keys whose tokens may still hold, the newest first. */
    List<OctetKeyPairJsonWebKey> published() {
        return sql.all(
                "select kid, seed from session_key where made_at > ? order by made_at desc",
                row -> published(row.getString(1), row.getBytes(2)),
                retired(clock.instant()));
    }

    @Override
    public Optional<PublicKey> key(String kid) {
        return sql.first(
                "select seed from session_key where kid = ? and made_at > ?",
                row -> publicKey(row.getBytes(1)),
                kid,
                retired(clock.instant()));
    }

    private Instant retired(Instant now) {
        return now.minus(rotateEvery).minus(OpenSession.LASTS);
    }

    private static OctetKeyPairJsonWebKey published(String kid, byte[] seed) {
        var key = new OctetKeyPairJsonWebKey(publicKey(seed));
        key.setKeyId(kid);
        key.setUse("sig");
        key.setAlgorithm("EdDSA");
        return key;
    }

    private static PublicKey publicKey(byte[] seed) {
        try {
            return new EdDsaKeyUtil().publicKey(new SecretKey(seed).publicKey().bytes(), CURVE);
        } catch (JoseException e) {
            throw new IllegalStateException(CURVE, e);
        }
    }

    private static Key privateKey(byte[] seed) {
        try {
            return new EdDsaKeyUtil().privateKey(seed, CURVE);
        } catch (JoseException e) {
            throw new IllegalStateException(CURVE, e);
        }
    }

    /** A key that signs, and its name. */
    record Signing(String kid, Key key) {}
}
