// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;

/** Where anyone sees what was held when, and takes the books away. */
@Path("/v1/communities/{community}")
@RunOnVirtualThread
@Tag(name = "books")
class StatementResource {
    private static final String LINES = "application/x-ndjson";
    // The years of four digits, which is more than ever happens and less than the database takes.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    private final ShowStatement showStatement;
    private final ExportJournal exportJournal;
    private final ShowProof showProof;
    private final AccountNames names;

    StatementResource(
            ShowStatement showStatement, ExportJournal exportJournal, ShowProof showProof, AccountNames names) {
        this.showStatement = showStatement;
        this.exportJournal = exportJournal;
        this.showProof = showProof;
        this.names = names;
    }

    @GET
    @Path("/balances/{account: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "showBalanceAt", summary = "What an account held at a moment")
    public List<StatementViews.Balance> balance(
            @PathParam("community") Hash community,
            @Parameter(example = "treasury") @PathParam("account") String account,
            @Parameter(example = "2026-11-20T10:00:00.000Z") @QueryParam("at") @NotNull String at) {
        return showStatement.at(community, account, moment(at));
    }

    @GET
    @Path("/statements/{account: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "showStatement", summary = "What moved in an account, with what was left each time")
    public Page<StatementViews.Movement> statement(
            @PathParam("community") Hash community,
            @Parameter(example = "treasury") @PathParam("account") String account,
            @Parameter(example = "SKR") @QueryParam("asset") @NotNull String asset,
            @BeanParam @Valid Paging paging) {
        return showStatement.statement(community, account, asset, paging);
    }

    @GET
    @Path("/journal/{format}")
    @Operation(
            operationId = "exportJournal",
            summary = "The whole journal for hledger, Beancount, as CSV, or as JSON lines with roots",
            description =
                    "Where only members read the roll, the books that others take away have all accounts of members as"
                            + " one. The JSON lines have what was hashed, for everybody, because nobody could check it otherwise.")
    public Response journal(
            @PathParam("community") Hash community,
            @Parameter(example = "hledger") @PathParam("format") String format) {
        exportJournal.check(community);
        return switch (format) {
            case "hledger" -> books(community, new Hledger());
            case "beancount" -> books(community, new Beancount());
            case "csv" -> books(community, new Csv());
            case "jsonl" ->
                Response.ok((StreamingOutput) out -> exportJournal.blocks(community, out), LINES)
                        .build();
            default -> throw new StatementRefused(new StatementRefusal.FormatUnknown(format));
        };
    }

    @GET
    @Path("/transfers/{transfer}/proof")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proveTransfer",
            summary =
                    "What proves that a transfer is in the journal: its lines, and their way up to the head of their block")
    @APIResponseSchema(ProofView.class)
    public byte[] proof(@PathParam("community") Hash community, @PathParam("transfer") Hash transfer) {
        return showProof.handle(community, transfer).canonical();
    }

    private static Instant moment(String at) {
        try {
            var moment = Instant.parse(at);
            if (!moment.isBefore(FIRST) && moment.isBefore(BEYOND)) return moment;
        } catch (DateTimeParseException _) {
            // said below
        }
        throw new StatementRefused(new StatementRefusal.MomentInvalid(at));
    }

    private Response books(Hash community, Form form) {
        var shown = names.shown(community); // who asks is known now, and no more when it is written
        return Response.ok((StreamingOutput) out -> exportJournal.handle(community, form, shown, out), form.type())
                .build();
    }
}
