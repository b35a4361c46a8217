// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.folkmoot.platform.problems.Problems;

/** Adds to every operation of an API that it may answer with a problem, and says once what a problem and an act are. */
public class ApiDescription implements OASFilter {
    /** The name of a request body that is one signed act. */
    public static final String ACT = "Act";

    private static final String PROBLEM = "Problem";

    private boolean takesActs;

    @Override
    public Operation filterOperation(Operation operation) {
        var body = operation.getRequestBody();
        if (body != null && body.getRef() != null && body.getRef().endsWith("/" + ACT)) takesActs = true;
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
        operation
                .getResponses()
                .setDefaultValue(OASFactory.createAPIResponse()
                        .description("Why the request was refused")
                        .content(OASFactory.createContent().addMediaType(Problems.MEDIA_TYPE, media)));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) api.setComponents(OASFactory.createComponents());
        api.getComponents().addSchema(PROBLEM, problem());
        if (takesActs) api.getComponents().addRequestBody(ACT, act());
    }

    private static RequestBody act() {
        var text = List.of(Schema.SchemaType.STRING);
        var proof = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .required(List.of("signature", "suite"))
                .addProperty(
                        "signature",
                        OASFactory.createSchema()
                                .type(text)
                                .description("Base64; what it signs and how long it is depends on the suite"))
                .addProperty(
                        "suite",
                        OASFactory.createSchema()
                                .type(text)
                                .enumeration(List.of("ed25519", "eip712", "webauthn-es256")));
        var envelope = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .required(List.of("payload", "proof"))
                .addProperty(
                        "payload",
                        OASFactory.createSchema().type(text).description("The base64 of the act's canonical JSON"))
                .addProperty("proof", proof);
        return OASFactory.createRequestBody()
                .description("A signed act in its envelope.")
                .required(true)
                .content(OASFactory.createContent()
                        .addMediaType(
                                MediaType.APPLICATION_JSON,
                                OASFactory.createMediaType().schema(envelope)));
    }

    private static Schema problem() {
        var text = List.of(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .description("RFC 9457. The type names the rule that was not met; further members are its facts.")
                .type(List.of(Schema.SchemaType.OBJECT))
                .required(List.of("type", "title", "status"))
                // One by one: a map has another order in every JVM, and the committed description has one.
                .addProperty(
                        "type", OASFactory.createSchema().type(text).description("urn:folkmoot:problem: and a name"))
                .addProperty("title", OASFactory.createSchema().type(text))
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("detail", OASFactory.createSchema().type(text));
    }
}
