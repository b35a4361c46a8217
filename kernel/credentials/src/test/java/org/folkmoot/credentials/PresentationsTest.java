// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.credentials.Presentations.Expected;
import org.folkmoot.policy.Credential;
import org.folkmoot.record.BouncyVerifier;
import org.folkmoot.record.Json;
import org.folkmoot.record.SecretKey;
import org.junit.jupiter.api.Test;

class PresentationsTest {
    private static final Random RANDOM = new Random(7);
    private static final SecretKey OFFICE = SecretKey.generate(RANDOM);
    private static final SecretKey HOLDER = SecretKey.generate(RANDOM);
    private static final SecretKey OTHER = SecretKey.generate(RANDOM);
    private static final String AUDIENCE = "urn:folkmoot:community:1";
    private static final Expected EXPECTED = new Expected(AUDIENCE, "n-1");
    private static final String NAME = Issuer.disclosure("salt-1", "name", "Ada");
    private static final String TOWN = Issuer.disclosure("salt-2", "town", "Harbour");
    private static final String GREEN = Issuer.disclosure("salt-3", "green");

    private final Presentations presentations = new Presentations(new BouncyVerifier().strict());

    @Test
    void anSdJwtSaysWhatIsDisclosed() {
        var text = Issuer.bound(sdJwt(Map.of(), NAME, GREEN), HOLDER, Map.of());

        assertThat(read(text))
                .isEqualTo(new Credential(
                        OFFICE.publicKey().did(),
                        "urn:example:residence",
                        Map.of("number", "17", "name", "Ada", "colours.0", "red", "colours.1", "green"),
                        HOLDER.publicKey().did(),
                        Instant.ofEpochSecond(1_780_000_000),
                        Instant.ofEpochSecond(1_880_000_000)));
    }

    @Test
    void anSdJwtIsWhatItsIssuerSigned() {
        var good = sdJwt(Map.of(), NAME);
        refused(Reason.SIGNATURE, bound(withSignatureOf(sdJwt(Map.of("number", 18), NAME), good)));
        refused(Reason.SIGNATURE, bound(sdJwt(Map.of("iss", OTHER.publicKey().did()))));
        refused(Reason.ISSUER, bound(sdJwt(Map.of("iss", "https://example.org"))));
        refused(Reason.DISCLOSURE, bound(sdJwt(Map.of(), Issuer.disclosure("salt-1", "name", "Eve"))));
        refused(Reason.DISCLOSURE, bound(sdJwt(Map.of(), NAME, NAME)));
        refused(Reason.DISCLOSURE, bound(sdJwt(Map.of("name", "there"), NAME)));
        refused(Reason.DISCLOSURE, bound(sdJwt(Map.of("_sd", List.of(SdJwt.hash(NAME), SdJwt.hash(NAME))), NAME)));
        refused(Reason.DISCLOSURE, bound(sdJwt(Map.of("_sd", List.of(SdJwt.hash(GREEN))), GREEN)));
        refused(Reason.SUITE, bound(sdJwt(Map.of("_sd_alg", "sha-512"))));
        refused(Reason.STATUS, bound(sdJwt(Map.of("status", Map.of("idx", 1)))));
        refused(Reason.MALFORMED, bound(sdJwt(Map.of("exp", "soon"))));
    }

    @Test
    void noAlgorithmIsChosenByTheHeader() {
        var payload = payload(Map.of());
        for (var algorithm : List.of("none", "HS256", "ES256", "RS256"))
            refused(
                    Reason.SUITE,
                    bound(Issuer.jws(OFFICE, Map.of("alg", algorithm, "typ", "dc+sd-jwt"), payload) + "~"));
        refused(Reason.MALFORMED, bound(Issuer.jws(OFFICE, Map.of("alg", "EdDSA", "typ", "JWT"), payload) + "~"));
        refused(
                Reason.SUITE,
                bound(Issuer.jws(OFFICE, Map.of("alg", "EdDSA", "typ", "dc+sd-jwt", "crit", List.of("x")), payload)
                        + "~"));
    }

    @Test
    void onlyItsHolderPresentsAnSdJwtAndOnlyHere() {
        var good = sdJwt(Map.of(), NAME);
        refused(Reason.HOLDER, good);
        refused(Reason.HOLDER, Issuer.bound(good, OTHER, Map.of()));
        refused(Reason.HOLDER, Issuer.bound(good, HOLDER, Map.of("sd_hash", SdJwt.hash("x"))));
        refused(Reason.AUDIENCE, Issuer.bound(good, HOLDER, Map.of("aud", "urn:folkmoot:community:2")));
        refused(Reason.NONCE, Issuer.bound(good, HOLDER, Map.of("nonce", "n-2")));
        // Another disclosure than the holder signed for.
        var bound = bound(good);
        refused(Reason.HOLDER, bound.replace(NAME, NAME + "~" + TOWN));
        var unbound = new TreeMap<>(payload(Map.of()));
        unbound.remove("cnf");
        refused(Reason.HOLDER, bound(Issuer.sdJwt(OFFICE, unbound, List.of())));
    }

    @Test
    void aVerifiablePresentationSaysWhatIsCertified() {
        assertThat(read(presented(credential(Map.of()), Map.of()).canonicalText()))
                .isEqualTo(new Credential(
                        OFFICE.publicKey().did(),
                        "ResidenceCredential",
                        Map.of("number", "17"),
                        HOLDER.publicKey().did(),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z")));
    }

    @Test
    void aVerifiableCredentialIsWhatItsIssuerSigned() {
        var good = credential(Map.of());
        refused(Reason.SIGNATURE, presented(changed(good, "validUntil", "2099-01-01T00:00:00Z"), Map.of()));
        refused(
                Reason.SIGNATURE,
                presented(changed(good, "issuer", OTHER.publicKey().did()), Map.of()));
        refused(Reason.ISSUER, presented(credential(Map.of("issuer", "https://example.org")), Map.of()));
        refused(Reason.STATUS, presented(credential(Map.of("credentialStatus", Map.of("id", "x"))), Map.of()));
        refused(Reason.HOLDER, presented(credential(Map.of("credentialSubject", Map.of("number", "17"))), Map.of()));
        refused(Reason.MALFORMED, presented(credential(Map.of("validFrom", "yesterday")), Map.of()));
        refused(Reason.MALFORMED, presented(credential(Map.of("type", "Other")), Map.of()));
    }

    @Test
    void onlyItsHolderPresentsAVerifiableCredentialAndOnlyHere() {
        var good = credential(Map.of());
        refused(Reason.AUDIENCE, presented(good, Map.of("domain", "example.org")));
        refused(Reason.NONCE, presented(good, Map.of("challenge", "n-2")));
        refused(Reason.HOLDER, presented(good, Map.of("proofPurpose", "assertionMethod")));
        refused(Reason.HOLDER, presentedBy(OTHER, good, Map.of()));
        refused(Reason.SUITE, presented(good, Map.of("cryptosuite", "eddsa-rdfc-2022")));
    }

    @Test
    void anythingElseIsRefused() {
        for (var bad : List.of("", "{", "{}", "x", "~", "a.b.c~", "{\"a\":1.5}", "{\"a\":null}", "{\"a\":1,\"a\":1}"))
            refused(Reason.MALFORMED, bad);
        refused(Reason.SIZE, "x".repeat(Presentations.MOST + 1));
        refused(Reason.MALFORMED, "x".repeat(Presentations.MOST));
    }

    private Credential read(String text) {
        return presentations.read(text, EXPECTED);
    }

    private void refused(Reason reason, Json.Obj presentation) {
        refused(reason, presentation.canonicalText());
    }

    private void refused(Reason reason, String text) {
        assertThat(catchThrowableOfType(CredentialRefused.class, () -> read(text))
                        .reason())
                .as(text)
                .isEqualTo(reason);
    }

    private static String bound(String sdJwt) {
        return Issuer.bound(sdJwt, HOLDER, Map.of());
    }

    private static String sdJwt(Map<String, Object> changes, String... disclosures) {
        return Issuer.sdJwt(OFFICE, payload(changes), List.of(disclosures));
    }

    private static String withSignatureOf(String sdJwt, String other) {
        var parts = sdJwt.split("~");
        return parts[0].substring(0, parts[0].lastIndexOf('.'))
                + other.substring(other.lastIndexOf('.'), other.indexOf('~'))
                + sdJwt.substring(sdJwt.indexOf('~'));
    }

    private static Map<String, Object> payload(Map<String, Object> changes) {
        var payload = new TreeMap<String, Object>(Map.of(
                "iss",
                OFFICE.publicKey().did(),
                "vct",
                "urn:example:residence",
                "nbf",
                1_780_000_000,
                "exp",
                1_880_000_000,
                "number",
                17,
                "colours",
                List.of("red", Map.of("...", SdJwt.hash(GREEN)), Map.of("...", SdJwt.hash("decoy"))),
                "_sd",
                List.of(SdJwt.hash(NAME), SdJwt.hash(TOWN), SdJwt.hash("another decoy")),
                "cnf",
                Map.of("jwk", Issuer.jwk(HOLDER))));
        payload.putAll(changes);
        return payload;
    }

    private static Json.Obj credential(Map<String, Object> changes) {
        var document = new TreeMap<String, Object>(Map.of(
                "@context",
                List.of(Issuer.CONTEXT),
                "type",
                List.of("VerifiableCredential", "ResidenceCredential"),
                "issuer",
                OFFICE.publicKey().did(),
                "validFrom",
                "2026-01-01T00:00:00Z",
                "validUntil",
                "2027-01-01T00:00:00Z",
                "credentialSubject",
                Map.of("id", HOLDER.publicKey().did(), "number", 17)));
        document.putAll(changes);
        return Issuer.proved(OFFICE, document, Map.of("proofPurpose", "assertionMethod"));
    }

    private static Json.Obj presented(Json.Obj credential, Map<String, Object> changes) {
        return presentedBy(HOLDER, credential, changes);
    }

    private static Json.Obj presentedBy(SecretKey key, Json.Obj credential, Map<String, Object> changes) {
        var options = new TreeMap<String, Object>(
                Map.of("proofPurpose", "authentication", "domain", AUDIENCE, "challenge", "n-1"));
        options.putAll(changes);
        return Issuer.proved(
                key,
                Map.of(
                        "@context",
                        List.of(Issuer.CONTEXT),
                        "type",
                        "VerifiablePresentation",
                        "verifiableCredential",
                        List.of(credential)),
                options);
    }

    private static Json.Obj changed(Json.Obj object, String name, String value) {
        var members = new TreeMap<String, Json>(object.members());
        members.put(name, new Json.Str(value));
        return new Json.Obj(members);
    }
}
