// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.Key;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.record.Hash;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attack 28 of the list of forty: what is wrong with a token, and that each wrong is found. */
class SessionTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Hash COMMUNITY = Hash.of("community".getBytes(UTF_8));
    private static final Hash MEMBER = Hash.of("member".getBytes(UTF_8));

    private final OctetKeyPairJsonWebKey ours = key();
    private final OctetKeyPairJsonWebKey theirs = key();

    @Test
    void aTokenSaysWhoReadsWhatForHowLong() {
        assertThat(read(token(_ -> {}), NOON))
                .isEqualTo(new Session(COMMUNITY, MEMBER, Set.of(Scope.ROLL), NOON.plusSeconds(600)));
    }

    @Test
    void aTokenHoldsUntilItsEndAndNotAtIt() {
        assertThat(read(token(_ -> {}), NOON.plusMillis(599_999)).member()).isEqualTo(MEMBER);
        assertThat(reason(token(_ -> {}), NOON.plusSeconds(600))).isEqualTo("expired");
        assertThat(reason(token(_ -> {}), NOON.plusSeconds(601))).isEqualTo("expired");
    }

    @Test
    void aTokenIsForThisServiceFromThisIssuer() {
        assertThat(read(token(claims -> claims.setAudience("sample")), NOON).member())
                .isEqualTo(MEMBER);
        assertThat(reason(token(claims -> claims.setAudience("voting")), NOON)).isEqualTo("audience");
        assertThat(reason(token(claims -> claims.unsetClaim("aud")), NOON)).isEqualTo("audience");
        assertThat(reason(token(claims -> claims.setIssuer("urn:other")), NOON)).isEqualTo("issuer");
        assertThat(reason(token(claims -> claims.unsetClaim("exp")), NOON)).isEqualTo("malformed");
        assertThat(reason(token(claims -> claims.unsetClaim("jti")), NOON)).isEqualTo("malformed");
        assertThat(reason(token(claims -> claims.setSubject("root")), NOON)).isEqualTo("malformed");
        assertThat(reason(token(claims -> claims.unsetClaim("community")), NOON))
                .isEqualTo("malformed");
    }

    @Test
    void aScopeThatNobodyDefinedOpensNothing() {
        assertThat(read(token(claims -> claims.setStringClaim("scope", "admin")), NOON)
                        .scopes())
                .isEmpty();
    }

    @Test
    void onlyOurKeySigns() throws JoseException {
        assertThat(reason(signed(theirs, "ours", token -> {}), NOON)).isEqualTo("signature");
        assertThat(reason(signed(theirs, "theirs", token -> {}), NOON)).isEqualTo("key");
        assertThat(reason(signed(ours, "", token -> {}), NOON)).isEqualTo("key");
        // A key that comes along is nobody's.
        assertThat(reason(signed(theirs, "ours", token -> token.setJwkHeader(theirs)), NOON))
                .isEqualTo("signature");
    }

    @Test
    void noOtherAlgorithmIsLookedAt() throws JoseException {
        assertThat(reason(withAlgorithm("none", null, "ours"), NOON)).isEqualTo("algorithm");
        // The public key as the secret of an HMAC: whoever takes the algorithm from the token falls for it.
        var secret = new HmacKey(ours.getKey().getEncoded());
        assertThat(reason(withAlgorithm("HS256", secret, "ours"), NOON)).isEqualTo("algorithm");
        KeyPair pair = pair();
        assertThat(reason(withAlgorithm("ES256", pair.getPrivate(), "ours"), NOON))
                .isEqualTo("algorithm");
    }

    @Test
    void anythingElseIsNotAToken() {
        var good = token(_ -> {});
        for (var bad : new String[] {"", "x", "a.b.c", good + ".", "." + good, good + "A".repeat(2_048)})
            assertThat(reason(bad, NOON)).as(bad).isIn("malformed", "size", "algorithm");
        var parts = good.split("\\.");
        var changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)
                        .replace(MEMBER.hex(), COMMUNITY.hex())
                        .getBytes(UTF_8));
        assertThat(reason(parts[0] + "." + changed + "." + parts[2], NOON)).isEqualTo("signature");
    }

    private Session read(String token, Instant now) {
        VerifyingKeys keys = kid -> Optional.ofNullable(
                Map.<String, PublicKey>of("ours", ours.getPublicKey()).get(kid));
        return new SessionTokens(keys, "urn:folkmoot:identity", "sample", Clock.fixed(now, ZoneOffset.UTC)).read(token);
    }

    private String reason(String token, Instant now) {
        var refused = catchThrowableOfType(SessionRefused.class, () -> read(token, now));
        return ((SessionRefusal.SessionInvalid) refused.refusal()).reason();
    }

    private String token(Consumer<JwtClaims> change) {
        var claims = claims();
        change.accept(claims);
        return sign(claims, ours, "ours", _ -> {});
    }

    private static String signed(OctetKeyPairJsonWebKey key, String kid, Consumer<JsonWebSignature> change) {
        return sign(claims(), key, kid, change);
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer("urn:folkmoot:identity");
        claims.setAudience("folkmoot");
        claims.setSubject(MEMBER.hex());
        claims.setJwtId("1");
        claims.setExpirationTime(NumericDate.fromSeconds(NOON.plusSeconds(600).getEpochSecond()));
        claims.setStringClaim("community", COMMUNITY.hex());
        claims.setStringClaim("scope", "roll");
        return claims;
    }

    private static String sign(
            JwtClaims claims, OctetKeyPairJsonWebKey key, String kid, Consumer<JsonWebSignature> change) {
        var token = new JsonWebSignature();
        token.setHeader("typ", "at+jwt");
        if (!kid.isEmpty()) token.setKeyIdHeaderValue(kid);
        token.setAlgorithmHeaderValue("EdDSA");
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        change.accept(token);
        return compact(token);
    }

    private static String withAlgorithm(String algorithm, @Nullable Key key, String kid) {
        var token = new JsonWebSignature();
        token.setHeader("typ", "at+jwt");
        if (!kid.isEmpty()) token.setKeyIdHeaderValue(kid);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        if (key != null) token.setKey(key);
        token.setPayload(claims().toJson());
        return compact(token);
    }

    private static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OctetKeyPairJsonWebKey key() {
        try {
            return OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        return new KeyPair(key.getPublicKey(), key.getPrivateKey());
    }
}
