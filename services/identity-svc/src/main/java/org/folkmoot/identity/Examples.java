// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the description of the API shows more than once. */
public final class Examples {
    /** A signed act. */
    public static final String ENVELOPE = """
            {"payload": "eyJhY3RvciI6IjNmOWMuLi4iLCJ2IjoxfQ==",
             "proof": {"signature": "b3VyIHNpZ25hdHVyZSBvZiBzaXh0eS1mb3VyIGJ5dGVz", "suite": "ed25519"}}""";

    /** A community as it began. */
    public static final String COMMUNITY = """
            {"community": "5f1c0a9d7f8f2f4d9f4f6e3a8d0a2b7c1e6d5c4b3a29180706f5e4d3c2b1a090",
             "name": "Harbour Rowing Club",
             "constitution": "c0ffee9d7f8f2f4d9f4f6e3a8d0a2b7c1e6d5c4b3a29180706f5e4d3c2b1a090",
             "position": 1,
             "foundedAt": "2026-11-20T10:00:00.000Z"}""";

    /** A member of that community. */
    public static final String MEMBER = """
            {"member": "a1b2c39d7f8f2f4d9f4f6e3a8d0a2b7c1e6d5c4b3a29180706f5e4d3c2b1a090",
             "key": "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
             "since": "2026-11-20T10:00:00.000Z",
             "position": 2}""";

    /** An application that waits for vouches. */
    public static final String APPLICATION = """
            {"applicant": "a1b2c39d7f8f2f4d9f4f6e3a8d0a2b7c1e6d5c4b3a29180706f5e4d3c2b1a090",
             "key": "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
             "appliedAt": "2026-11-20T10:00:00.000Z",
             "state": "open",
             "words": "1 of 2 members vouch for the applicant."}""";

    /** Personal data beside the act that commits to it. */
    public static final String PERSONAL = """
            {"act": {"payload": "eyJhY3RvciI6IjNmOWMuLi4iLCJ2IjoxfQ==",
                     "proof": {"signature": "b3VyIHNpZ25hdHVyZSBvZiBzaXh0eS1mb3VyIGJ5dGVz", "suite": "ed25519"}},
             "data": {"name": "A name", "telephone": "+44 20 7946 0000"},
             "salt": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}""";

    /** A presentation beside the act that has its hash. */
    public static final String PRESENTATION = """
            {"act": {"payload": "eyJhY3RvciI6IjNmOWMuLi4iLCJ2IjoxfQ==",
                     "proof": {"signature": "b3VyIHNpZ25hdHVyZSBvZiBzaXh0eS1mb3VyIGJ5dGVz", "suite": "ed25519"}},
             "presentation": "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJkaWQ6a2V5OnoifQ.c2lnbmVk~ZGlzY2xvc2Vk~a2V5LWJpbmRpbmc"}""";

    /** The form of a signed act; its bytes are read by the kernel, so this only describes them. */
    @Schema(
            name = "Envelope",
            description = "A signed act.",
            requiredProperties = {"payload", "proof"})
    public record Act(
            @Schema(description = "The base64 of the act's canonical JSON")
            String payload,

            Proof proof) {}

    /** What proves an act. */
    @Schema(
            name = "Proof",
            requiredProperties = {"signature", "suite"})
    public record Proof(
            @Schema(description = "Base64; what it signs and how long it is depends on the suite")
            String signature,

            @Schema(enumeration = {"ed25519", "eip712", "webauthn-es256"})
            String suite) {}

    private Examples() {}
}
