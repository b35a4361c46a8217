// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What the descriptions of several operations share: the form of an act, and examples. */
@OpenAPIDefinition(
        info = @Info(title = "Folkmoot identity", version = "v1"),
        components =
                @Components(
                        schemas = {
                            @Schema(
                                    name = "Envelope",
                                    type = SchemaType.OBJECT,
                                    description = "A signed act. The payload is the base64 of canonical JSON; the signature"
                                            + " is over its DSSE pre-authentication encoding.",
                                    requiredProperties = {"payload", "proof"},
                                    properties = {
                                        @SchemaProperty(name = "payload", type = SchemaType.STRING),
                                        @SchemaProperty(name = "proof", ref = "Proof")
                                    }),
                            @Schema(
                                    name = "Proof",
                                    type = SchemaType.OBJECT,
                                    requiredProperties = {"signature", "suite"},
                                    properties = {
                                        @SchemaProperty(
                                                name = "signature",
                                                type = SchemaType.STRING,
                                                description = "The base64 of 64 bytes"),
                                        @SchemaProperty(
                                                name = "suite",
                                                type = SchemaType.STRING,
                                                enumeration = "ed25519")
                                    })
                        },
                        examples = {
                            @ExampleObject(name = "Envelope", value = ApiParts.ENVELOPE),
                            @ExampleObject(name = "Community", value = ApiParts.COMMUNITY),
                            @ExampleObject(name = "Member", value = ApiParts.MEMBER)
                        }))
class ApiParts {
    static final String ENVELOPE =
            """
            {"payload": "eyJhY3RvciI6IjNmOWMuLi4iLCJ2IjoxfQ==",
             "proof": {"signature": "b3VyIHNpZ25hdHVyZSBvZiBzaXh0eS1mb3VyIGJ5dGVz", "suite": "ed25519"}}""";
    static final String COMMUNITY =
            """
            {"community": "5f1c0a9d7f8f2f4d9f4f6e3a8d0a2b7c1e6d5c4b3a29180706f5e4d3c2b1a090",
             "name": "Harbour Rowing Club",
             "constitution": "c0ffee9d7f8f2f4d9f4f6e3a8d0a2b7c1e6d5c4b3a29180706f5e4d3c2b1a090",
             "position": 1,
             "foundedAt": "2026-11-20T10:00:00.000Z"}""";
    static final String MEMBER =
            """
            {"member": "a1b2c39d7f8f2f4d9f4f6e3a8d0a2b7c1e6d5c4b3a29180706f5e4d3c2b1a090",
             "key": "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
             "since": "2026-11-20T10:00:00.000Z",
             "position": 1}""";
}
