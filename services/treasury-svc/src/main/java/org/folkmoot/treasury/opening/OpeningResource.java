// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;

/** Where files of opening balances are seen and brought. It reads much, so it has a thread of its own. */
@Path("/v1/communities/{community}/openings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "treasury")
@Blocking
class OpeningResource {
    private static final String CSV = "text/csv";
    private static final String EXAMPLE = """
            account,asset,amount
            member/1b2c3d4e5f60718293a4b5c6d7e8f9001b2c3d4e5f60718293a4b5c6d7e8f900,SKR,40.00
            treasury,SKR,100.00
            """;

    private final BringFile bringFile;
    private final OpeningFiles files;
    private final Ledger ledger;

    OpeningResource(BringFile bringFile, OpeningFiles files, Ledger ledger) {
        this.bringFile = bringFile;
        this.files = files;
        this.ledger = ledger;
    }

    @GET
    @Operation(
            operationId = "listOpenings",
            summary = "The files of opening balances that were decided on, and whether they were brought")
    public Page<OpeningView> openings(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var rows = files.page(community, paging.afterNumber(0), paging.rows());
        return Page.of(rows, paging.limit(), row -> String.valueOf(row.no()), OpeningView::of);
    }

    @POST
    @Path("/{opening}/file")
    @Consumes(CSV)
    @Operation(
            operationId = "bringOpening",
            summary = "Bring a file of opening balances that was decided on",
            description =
                    "Whoever has it may bring it: it is the file whose SHA-256 the decision names, so nobody has to"
                            + " sign for it. It is taken whole, in one transaction and once, or not at all; who brings it again is"
                            + " answered alike. Where lines of it are wrong, opening-faulty names the first twenty and how many"
                            + " there are.")
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
    public OpeningView bring(
            @PathParam("community") Hash community, @PathParam("opening") Hash opening, InputStream file) {
        return OpeningView.of(bringFile.handle(community, opening, file));
    }
}
