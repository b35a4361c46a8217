// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.delegating;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.Shapes;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where members say who votes for them. */
@Path("/v1/communities/{community}/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegations")
class DelegationResource {
    // As text, because JAX-RS calls a parameter that is no hash 404.
    private static final String HASH = "[0-9a-f]{64}";
    private static final String MESSAGE = "must be a member's id";

    private final ActDesk desk;
    private final SetDelegation setDelegation;
    private final ReadDelegations readDelegations;

    DelegationResource(ActDesk desk, SetDelegation setDelegation, ReadDelegations readDelegations) {
        this.desk = desk;
        this.setDelegation = setDelegation;
        this.readDelegations = readDelegations;
    }

    /** Names delegates, in place of those who were named for the same scope before. */
    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setDelegation",
            summary = "Let others vote for you",
            description =
                    "Takes a signed act of type delegation.set/1 whose subject is the community and whose body is"
                            + " {\"body\": …, \"to\": [{\"member\": …, \"weight\": …}], \"until\": …}, with at most one of topic,"
                            + " policy and poll. Nobody in it means that the member votes in this scope whatever a wider one says.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Envelope.class),
                            examples = @ExampleObject(name = "act", value = Shapes.ENVELOPE)))
    @APIResponse(
            responseCode = "201",
            description = "It holds from now on",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    public DelegationView set(Hash community, byte[] envelope) {
        return take(community, SetDelegation.SET, envelope);
    }

    /** Ends what was said for a scope; a wider one holds again, if there is one. */
    @POST
    @Path("/end")
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "endDelegation",
            summary = "End a delegation",
            description = "Takes a signed act of type delegation.end/1 whose subject is the community and whose body is"
                    + " {\"body\": …}, with at most one of topic, policy and poll.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Envelope.class),
                            examples = @ExampleObject(name = "act", value = Shapes.ENVELOPE)))
    @APIResponse(
            responseCode = "201",
            description = "It is over from now on",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    public DelegationView end(Hash community, byte[] envelope) {
        return take(community, SetDelegation.END, envelope);
    }

    /** What holds now, in the order in which it was made. */
    @GET
    @Operation(
            operationId = "listDelegations",
            summary = "List who votes for whom",
            description =
                    "Where a body keeps its delegations private, only whoever takes part in one sees it, with a session"
                            + " of the scope personal; a page may then have fewer items than there are.")
    public Page<DelegationView> list(
            Hash community,
            @QueryParam("principal") @Pattern(regexp = HASH, message = MESSAGE) @Nullable String principal,
            @QueryParam("delegate") @Pattern(regexp = HASH, message = MESSAGE) @Nullable String delegate,
            @BeanParam @Valid Paging paging) {
        return readDelegations.handle(
                community,
                Optional.ofNullable(principal).map(Hash::parse),
                Optional.ofNullable(delegate).map(Hash::parse),
                paging);
    }

    private DelegationView take(Hash community, String type, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(type, community, community));
        return DelegationView.of(setDelegation.handle(opened));
    }
}
