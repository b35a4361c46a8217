// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.folkmoot.platform.problems.Problems;

/** Adds to every operation of an API that it may answer with a problem, and says once what a problem is. */
public class ApiDescription implements OASFilter {
    private static final String PROBLEM = "Problem";

    @Override
    public Operation filterOperation(Operation operation) {
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
