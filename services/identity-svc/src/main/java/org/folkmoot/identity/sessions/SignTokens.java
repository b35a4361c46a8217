// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.platform.sessions.Session;
import org.folkmoot.platform.sessions.SessionTokens;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs the tokens of sessions. */
@ApplicationScoped
class SignTokens {
    private final SessionKeys keys;
    private final String issuer;

    SignTokens(SessionKeys keys, @ConfigProperty(name = "folkmoot.sessions.issuer") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    String sign(Session session, String audience, Instant now) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(session.member().hex());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(session.until().getEpochSecond()));
        claims.setStringClaim(SessionTokens.COMMUNITY, session.community().hex());
        claims.setStringClaim(
                SessionTokens.SCOPE,
                session.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(" ")));
        var signing = keys.current();
        var token = new JsonWebSignature();
        token.setHeader("typ", SessionTokens.TYPE);
        token.setKeyIdHeaderValue(signing.kid());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        token.setKey(signing.key());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }
}
