// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.Shapes;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where those who make a seed commit and reveal, and anybody follows a draw and draws again. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Draws")
class DrawResource {
    private static final String CSV = "text/csv";

    private final MakeSeed makeSeed;
    private final ReadDraws readDraws;
    private final ReadRounds readRounds;

    DrawResource(MakeSeed makeSeed, ReadDraws readDraws, ReadRounds readRounds) {
        this.makeSeed = makeSeed;
        this.readDraws = readDraws;
        this.readRounds = readRounds;
    }

    /** The draws of a community, the newest first. */
    @GET
    @Path("/communities/{community}/draws")
    @Operation(operationId = "listDraws", summary = "List the draws by lot of a community, the newest first")
    public Page<DrawView> draws(Hash community, @BeanParam @Valid Paging paging) {
        return readDraws.of(community, paging);
    }

    /** One draw. */
    @GET
    @Path("/draws/{draw}")
    @Operation(operationId = "readDraw", summary = "Read how far a draw is, and who was drawn")
    public DrawView one(Hash draw) {
        return readDraws.one(draw);
    }

    /** The rounds of a draw, the first one first. */
    @GET
    @Path("/draws/{draw}/rounds")
    @Operation(
            operationId = "listDrawRounds",
            summary = "List the rounds of a draw: who committed, who revealed, and who kept a value back")
    public Page<RoundView> rounds(Hash draw, @BeanParam @Valid Paging paging) {
        return readRounds.handle(draw, paging);
    }

    /** Takes a commitment to a value. */
    @POST
    @Path("/draws/{draw}/commitments")
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "commitToValue",
            summary = "Commit to a value for the seed of a draw",
            description =
                    "Takes a signed act of type draw.commit/1 whose subject is the draw and whose body is {\"round\": …,"
                            + " \"commitment\": …}. The first one of each member and round is final.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Envelope.class),
                            examples = @ExampleObject(name = "act", value = Shapes.ENVELOPE)))
    public DrawView commit(Hash draw, byte[] envelope) {
        makeSeed.commit(makeSeed.opened(draw, MakeSeed.COMMIT, envelope));
        return readDraws.after(draw);
    }

    /** Takes a value that was committed to. */
    @POST
    @Path("/draws/{draw}/reveals")
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revealValue",
            summary = "Reveal the value that you committed to",
            description =
                    "Takes a signed act of type draw.reveal/1 whose subject is the draw and whose body is {\"round\": …,"
                            + " \"value\": …}: 32 bytes in hex.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Envelope.class),
                            examples = @ExampleObject(name = "act", value = Shapes.ENVELOPE)))
    public DrawView reveal(Hash draw, byte[] envelope) {
        makeSeed.reveal(makeSeed.opened(draw, MakeSeed.REVEAL, envelope));
        return readDraws.after(draw);
    }

    /** Who can be drawn. */
    @GET
    @Path("/draws/{draw}/people")
    @Operation(operationId = "listDrawPeople", summary = "List who can be drawn, in the order of their ids")
    public Page<ReadDraws.PersonView> people(Hash draw, @BeanParam @Valid Paging paging) {
        return readDraws.people(draw, paging);
    }

    /** The draw as a file. */
    @GET
    @Path("/draws/{draw}/file")
    @Operation(
            operationId = "exportDraw",
            summary = "Take a draw as the file from which anybody draws again",
            description = "The people who can be drawn are a table beside it, pool.csv.")
    public DrawFileView file(Hash draw) {
        return readDraws.file(draw);
    }

    /** The table beside the file. */
    @GET
    @Path("/draws/{draw}/pool.csv")
    @Produces(CSV)
    @Operation(operationId = "exportDrawPool", summary = "Take who can be drawn as the table beside the file of a draw")
    @APIResponse(
            responseCode = "200",
            description = "A head, and somebody on each line",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput pool(Hash draw) {
        // Looked up before the stream begins: a refusal is then an answer of its own.
        var found = readDraws.find(draw);
        return to -> readDraws.csv(found, to);
    }
}
