// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.record.Hash;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Reads the tokens of sessions: JSON Web Tokens (RFC 7519, RFC 9068) that identity-svc signs with EdDSA. No other
 * algorithm is looked at, and no key that comes with a token.
 */
@ApplicationScoped
public class SessionTokens {
    /** The audience of a token that every service takes. */
    public static final String EVERYWHERE = "folkmoot";
    /** What a token says that it is. */
    public static final String TYPE = "at+jwt";
    /** The claim that names the community. */
    public static final String COMMUNITY = "community";
    /** The claim that names the scopes, with a space between two. */
    public static final String SCOPE = "scope";

    private static final int LONGEST = 2_048;

    private final VerifyingKeys keys;
    private final String issuer;
    private final String service;
    private final Clock clock;

    SessionTokens(
            VerifyingKeys keys,
            @ConfigProperty(name = "folkmoot.sessions.issuer") String issuer,
            @ConfigProperty(name = "folkmoot.service") String service,
            Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.service = service;
        this.clock = clock;
    }

    /** What a token says, or {@link SessionRefusal.SessionInvalid}. */
    public Session read(String token) {
        if (token.length() > LONGEST) throw invalid("size");
        try {
            return session(claims(token));
        } catch (InvalidJwtException e) {
            throw invalid(reason(e));
        } catch (MalformedClaimException | IllegalArgumentException _) {
            throw invalid("malformed");
        }
    }

    private JwtClaims claims(String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                .setVerificationKeyResolver((signature, _) -> key(signature))
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(EVERYWHERE, service)
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build()
                .processToClaims(token);
    }

    private PublicKey key(JsonWebSignature signature) throws UnresolvableKeyException {
        var kid = signature.getKeyIdHeaderValue();
        if (kid == null) throw new UnresolvableKeyException("no kid");
        return keys.key(kid).orElseThrow(() -> new UnresolvableKeyException("not a key of ours"));
    }

    private static Session session(JwtClaims claims) throws MalformedClaimException {
        var scopes = Stream.of(String.valueOf(claims.getStringClaimValue(SCOPE)).split(" "))
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Session(
                Hash.parse(String.valueOf(claims.getStringClaimValue(COMMUNITY))),
                Hash.parse(String.valueOf(claims.getSubject())),
                Set.copyOf(scopes),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private static String reason(InvalidJwtException e) {
        if (e.hasErrorCode(ErrorCodes.EXPIRED)) return "expired";
        if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING))
            return "audience";
        if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) return "issuer";
        if (e.hasErrorCode(ErrorCodes.TYPE_INVALID) || e.hasErrorCode(ErrorCodes.TYPE_MISSING)) return "type";
        if (e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID) || e.hasErrorCode(ErrorCodes.SIGNATURE_MISSING))
            return "signature";
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
            if (cause instanceof UnresolvableKeyException) return "key";
        var name = e.getCause() == null
                ? ""
                : e.getCause().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return name.contains("algorithm") ? "algorithm" : "malformed";
    }

    private static SessionRefused invalid(String reason) {
        return new SessionRefused(new SessionRefusal.SessionInvalid(reason));
    }
}
