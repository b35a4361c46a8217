// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.record.BouncyVerifier;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;
import org.junit.jupiter.api.Test;

/** The worked examples of the W3C's vc-di-eddsa and of the IETF's SD-JWT VC and RFC 9901. */
class PublishedExamplesTest {
    private final Jws jws = new Jws(new BouncyVerifier().strict());

    @Test
    void theAlumniCredentialOfTheW3c() {
        var credential = JsonText.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
                 "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
                 "type": ["VerifiableCredential", "AlumniCredential"],
                 "name": "Alumni Credential",
                 "description": "A minimum viable example of an Alumni Credential.",
                 "issuer": "https://vc.example/issuers/5678",
                 "validFrom": "2023-01-01T00:00:00Z",
                 "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
                 "proof": {
                   "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "created": "2023-02-24T23:36:38Z",
                   "verificationMethod": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                   "proofPurpose": "assertionMethod",
                   "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
                   "proofValue": "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"}}""");
        var key = PublicKey.parse("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");

        assertThat(HexFormat.of().formatHex(DataIntegrity.signed(credential, Parts.object(credential, "proof"))))
                .isEqualTo("66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db"
                        + "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19");
        assertThat(new DataIntegrity(jws).check(credential, key, "assertionMethod", Reason.SIGNATURE))
                .isNotNull();
    }

    @Test
    void theIdentityCredentialOfTheIetf() {
        // As OpenID4VP shows it; the sd_hash there is of an older spelling of the token, so it is not compared here.
        var header = "eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImRjK3NkLWp3dCIsICJraWQiOiAiZG9jLXNpZ25lci0wNS0yNS0yMDIyIn0";
        var payload = "eyJfc2QiOiBbIjNvVUNuYUt0N3dxREt1eWgtTGdRb3p6ZmhnYjhnTzVOaS1SQ1dzV1cydkEiLCAiOHo4ejlYOWpVdGI5"
                + "OWdqZWpDd0ZBR3o0YXFsSGYtc0NxUTZlTV9xbXBVUSIsICJDeHE0ODcyVVhYbmdHVUxUX2tsOGZkd1ZGa3lLNkFKZlBaTHk3"
                + "TDVfMGtJIiwgIlRHZjRvTGJnd2Q1SlFhSHlLVlFaVTlVZEdFMHc1cnREc3JaemZVYW9tTG8iLCAianN1OXlWdWx3UVFsaEZs"
                + "TV8zSmx6TWFTRnpnbGhRRzBEcGZheVF3TFVLNCIsICJzRmNWaUhOLUpHM2VUVXlCbVU0Zmt3dXN5NUkxU0xCaGUxak52S3hQ"
                + "NXhNIiwgInRpVG5ncDlfamhDMzg5VVA4X2s2N01YcW9TZmlIcTNpSzZvOXVuNHdlX1kiLCAieHNLa0dKWEQxLWUzSTl6ajBZ"
                + "eUtOdi1sVTVZcWhzRUFGOU5oT3I4eGdhNCJdLCAiaXNzIjogImh0dHBzOi8vZXhhbXBsZS5jb20vaXNzdWVyIiwgImlhdCI6"
                + "IDE2ODMwMDAwMDAsICJleHAiOiAxODgzMDAwMDAwLCAidmN0IjogImh0dHBzOi8vY3JlZGVudGlhbHMuZXhhbXBsZS5jb20v"
                + "aWRlbnRpdHlfY3JlZGVudGlhbCIsICJfc2RfYWxnIjogInNoYS0yNTYiLCAiY25mIjogeyJqd2siOiB7Imt0eSI6ICJFQyIs"
                + "ICJjcnYiOiAiUC0yNTYiLCAieCI6ICJUQ0FFUjE5WnZ1M09IRjRqNFc0dmZTVm9ISVAxSUxpbERsczd2Q2VHZW1jIiwgInki"
                + "OiAiWnhqaVdXYlpNUUdIVldLVlE0aGJTSWlyc1ZmdWVjQ0U2dDRqVDlGMkhaUSJ9fX0";
        var token = header + "." + payload
                + ".8eHLENOFGlZ7dcHSOCYzTu6BuBN8PqYnJCcPgGUh6XoxF6U6S5NVZq40cuLyvJqHZ56xDGeQch0lBjLRKvS4Rw";
        var disclosures = List.of(
                "WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd",
                "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd");
        var binding = "eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImtiK2p3dCJ9"
                + ".eyJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiYXVkIjogImh0dHBzOi8vZXhhbXBsZS5jb20vdmVyaWZpZXIiLCAiaWF0Ijog"
                + "MTcwOTgzODYwNCwgInNkX2hhc2giOiAiRHktUll3WmZhYW9DM2luSmJMc2xnUHZNcDA5YkgtY2xZUF8zcWJScXRXNCJ9"
                + ".RmgIhqCHYWerxbDboMuB0lli63HPJHI9Vl2ZNOGh20C7_6p7nf3Wkd2wkx5WlmwTwtHKc87MBY2nuRLoeduQMA";
        // The key of the issuer in all examples of RFC 9901 (appendix A.5).
        var issuer = Jws.key(Json.object(Map.of(
                "kty", "EC",
                "crv", "P-256",
                "x", "b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ",
                "y", "Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8")));
        var parsed = Jws.parse(token, "dc+sd-jwt");

        jws.check(parsed, issuer, Reason.SIGNATURE);
        jws.check(Jws.parse(binding, "kb+jwt"), SdJwt.holder(parsed.payload()), Reason.HOLDER);
        assertThat(Parts.claims(Disclosures.of(disclosures).into(parsed.payload())))
                .containsEntry("given_name", "John")
                .containsEntry("family_name", "Doe")
                .doesNotContainKey("_sd.0");
    }

    @Test
    void theDigestsOfRfc9901() {
        assertThat(SdJwt.hash("WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd"))
                .isEqualTo("jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4");
        assertThat(SdJwt.hash("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"))
                .isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
        assertThat(new String(
                        Jws.base64("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"), UTF_8))
                .contains("Möbius");
    }
}
