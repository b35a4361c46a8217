// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members say what happened outside, and where anyone reads it. */
@Path("/v1/communities/{community}/attestations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "outside")
class AttestationResource {
    private final ReadAttestation readAttestation;
    private final Attest attest;
    private final ListAttestations listAttestations;

    AttestationResource(ReadAttestation readAttestation, Attest attest, ListAttestations listAttestations) {
        this.readAttestation = readAttestation;
        this.attest = attest;
        this.listAttestations = listAttestations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "attest",
            summary = "Say what happened outside",
            description = "Takes a signed act of type treasury.attest/1 about the community. Its body is {\"kind\":"
                    + " \"deposit\" or \"withdrawal\", \"asset\": …, \"account\": …, \"amount\": …, \"reference\": …, \"at\": …}"
                    + " or {\"kind\": \"payout\", \"payout\": …, \"reference\": …, \"outcome\": \"done\" or \"failed\"}."
                    + " When enough members who hold the role that the constitution names say the same, the money moves,"
                    + " once. The answer says what has been said so far, and what became of it.")
    public AttestationView attest(@PathParam("community") Hash community, byte[] envelope) {
        return attest.handle(community, readAttestation.handle(community, envelope));
    }

    @GET
    @Operation(operationId = "listAttestations", summary = "What was said about the outside, the latest first")
    public Page<AttestationView> list(
            @PathParam("community") Hash community,
            @QueryParam("open")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
                    String open,
            @BeanParam @Valid Paging paging) {
        return listAttestations.page(community, Boolean.parseBoolean(open), paging);
    }

    @GET
    @Path("/{attestation}")
    @Operation(operationId = "showAttestation", summary = "What was said about one thing, and what became of it")
    public AttestationView show(@PathParam("community") Hash community, @PathParam("attestation") Hash attestation) {
        return listAttestations.one(community, attestation);
    }
}
