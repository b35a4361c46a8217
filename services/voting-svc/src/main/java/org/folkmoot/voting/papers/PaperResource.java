// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.papers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Shapes;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where officers enter ballots that were cast on paper. */
@Path("/v1/polls/{poll}/papers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ballots on paper")
class PaperResource {
    private final EnterPapers enterPapers;
    private final ConfirmPapers confirmPapers;
    private final PaperStore papers;
    private final PollStore polls;
    private final Reader reader;

    PaperResource(
            EnterPapers enterPapers, ConfirmPapers confirmPapers, PaperStore papers, PollStore polls, Reader reader) {
        this.enterPapers = enterPapers;
        this.confirmPapers = confirmPapers;
        this.papers = papers;
        this.polls = polls;
        this.reader = reader;
    }

    /** Enters ballots; they do not count yet. */
    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enterPapers",
            summary = "Enter ballots that were cast on paper",
            description =
                    "Takes a signed act of an officer of type ballots.enter/1 whose subject is the poll and whose body is"
                            + " {\"ballots\": [{\"member\": …, \"choice\": …}]}. They count when another officer has confirmed them.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Envelope.class),
                            examples = @ExampleObject(name = "act", value = Shapes.ENVELOPE)))
    public PaperView enter(Hash poll, byte[] envelope) {
        return enterPapers.handle(poll, envelope);
    }

    /** Confirms ballots; they count from now on. */
    @POST
    @Path("/{entry}/confirmation")
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmPapers",
            summary = "Confirm ballots that another officer entered",
            description =
                    "Takes a signed act of an officer of type ballots.confirm/1 whose subject is the act that entered"
                            + " them, with an empty body. All of them count from then on, or, if somebody has voted since, none.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Envelope.class),
                            examples = @ExampleObject(name = "act", value = Shapes.ENVELOPE)))
    public PaperView confirm(Hash poll, Hash entry, byte[] envelope) {
        return confirmPapers.handle(poll, entry, envelope);
    }

    /** What stands on the slips of one entry. */
    @GET
    @Path("/{entry}")
    @Operation(
            operationId = "readPapers",
            summary = "Read what an officer has entered",
            description =
                    "Who has which choice, so that the other officer compares it with the slips before confirming.")
    public SlipsView read(Hash poll, Hash entry) {
        var stored = shown(poll);
        return papers.find(stored.no(), entry)
                .map(SlipsView::of)
                .orElseThrow(() -> new Refused(new Refusal.PaperUnknown(poll, entry)));
    }

    /** What officers have entered, in that order. */
    @GET
    @Operation(operationId = "listPapers", summary = "List what officers have entered")
    public Page<PaperView> list(Hash poll, @BeanParam @Valid Paging paging) {
        var stored = shown(poll);
        var entries = papers.page(stored.no(), paging.afterNumber(0), paging.rows());
        return Page.of(entries, paging.limit(), entry -> Long.toString(entry.no()), PaperView::of);
    }

    /** A poll whose roll the caller may see. */
    private Stored shown(Hash poll) {
        var stored = polls.find(poll).orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll)));
        reader.checkRoll(stored.poll().terms().community());
        return stored;
    }
}
