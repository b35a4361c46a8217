// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Reads the ID tokens of the login provider that the operator chose, if any (OpenID Connect Core 1.0, section 3.1.3.7).
 * Its keys are read where it publishes them, and again when a token names one that is not known.
 */
@ApplicationScoped
class LoginTokens {
    private static final int LONGEST = 8_192;
    private static final int SKEW_SECONDS = 30;
    private static final int PATIENCE_MILLIS = 3_000;

    private final Optional<Provider> provider;
    private final Clock clock;

    LoginTokens(
            @ConfigProperty(name = "folkmoot.login.issuer") Optional<String> issuer,
            @ConfigProperty(name = "folkmoot.login.audience") Optional<String> audience,
            @ConfigProperty(name = "folkmoot.login.keys") Optional<String> keys,
            Clock clock) {
        this.clock = clock;
        this.provider = issuer.map(name -> new Provider(
                name,
                audience.orElseThrow(() -> new IllegalStateException("LOGIN_AUDIENCE is missing beside LOGIN_ISSUER")),
                published(keys.orElseThrow(
                        () -> new IllegalStateException("LOGIN_KEYS is missing beside LOGIN_ISSUER")))));
    }

    private static HttpsJwksVerificationKeyResolver published(String address) {
        var get = new Get();
        get.setConnectTimeout(PATIENCE_MILLIS);
        get.setReadTimeout(PATIENCE_MILLIS);
        var keys = new HttpsJwks(address);
        keys.setSimpleHttpGet(get);
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    /** Who logged in, and to which challenge. */
    Login read(String token) {
        var known = provider.orElseThrow(() -> new Refused(new Refusal.LoginNotProvided()));
        if (token.length() > LONGEST) throw invalid("size");
        try {
            return login(consumer(known).processToClaims(token), known);
        } catch (InvalidJwtException e) {
            throw invalid(reason(e));
        } catch (MalformedClaimException _) {
            throw invalid("malformed");
        }
    }

    private JwtConsumer consumer(Provider known) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.EDDSA)
                .setVerificationKeyResolver(known.keys())
                .setExpectedIssuer(known.issuer())
                .setExpectedAudience(known.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private static Login login(JwtClaims claims, Provider known) throws MalformedClaimException {
        // A token that was made for another party beside us is that party's to use.
        var party = claims.getStringClaimValue("azp");
        if (party != null && !party.equals(known.audience())) throw invalid("audience");
        var nonce = claims.getStringClaimValue("nonce");
        if (nonce == null) throw invalid("nonce");
        return new Login(known.issuer(), claims.getSubject(), nonce);
    }

    private static String reason(InvalidJwtException e) {
        if (e.hasErrorCode(ErrorCodes.EXPIRED)) return "expired";
        if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING))
            return "audience";
        if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) return "issuer";
        if (e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) return "signature";
        return e.getCause() instanceof UnresolvableKeyException ? "key" : "malformed";
    }

    private static Refused invalid(String reason) {
        return new Refused(new Refusal.LoginInvalid(reason));
    }

    /** Somebody who logged in; {@code nonce} is the challenge that the login answered. */
    record Login(String issuer, String subject, String nonce) {}

    private record Provider(String issuer, String audience, HttpsJwksVerificationKeyResolver keys) {}
}
