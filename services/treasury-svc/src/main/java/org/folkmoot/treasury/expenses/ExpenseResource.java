// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Word;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where members ask to be paid back, and where those who may decide about that say so. */
@Path("/v1/communities/{community}/expenses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "expenses")
class ExpenseResource {
    private final ReadExpense readExpense;
    private final ClaimExpense claimExpense;
    private final DecideExpense decideExpense;
    private final ReadExpenses readExpenses;

    ExpenseResource(
            ReadExpense readExpense,
            ClaimExpense claimExpense,
            DecideExpense decideExpense,
            ReadExpenses readExpenses) {
        this.readExpense = readExpense;
        this.claimExpense = claimExpense;
        this.decideExpense = decideExpense;
        this.readExpenses = readExpenses;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "claimExpense",
            summary = "Ask to be paid back",
            description = "Takes a member's signed act expense.claim/1 about the community with the body {\"id\": …,"
                    + " \"from\": …, \"asset\": …, \"amount\": …, \"receipt\": …, \"memo\": …}. The id is the claimant's to"
                    + " choose: the same claim may be sent or signed again and is answered alike. Refused as"
                    + " expense-not-covered (422) or expense-different (409).")
    public ClaimAnswer claim(@PathParam("community") Hash community, byte[] envelope) {
        var expense = claimExpense.handle(readExpense.claim(community, envelope));
        return new ClaimAnswer(expense.id(), expense.madeAt(), expense.expires());
    }

    @POST
    @Path("/approvals")
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveExpense",
            summary = "Approve what somebody asks to be paid back",
            description =
                    "Takes the signed act expense.approve/1 of somebody who holds the role, about the community with"
                            + " the body {\"expense\": …}. The last approval that is needed pays it. Refused as expense-unknown"
                            + " (404), may-not-decide (403) or expense-impossible (409).")
    public VerdictAnswer approve(@PathParam("community") Hash community, byte[] envelope) {
        return decided(readExpense.approval(community, envelope));
    }

    @POST
    @Path("/refusals")
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "refuseExpense",
            summary = "Refuse what somebody asks to be paid back",
            description = "The same with expense.refuse/1; as many refusals as would have approved it end it.")
    public VerdictAnswer refuse(@PathParam("community") Hash community, byte[] envelope) {
        return decided(readExpense.refusal(community, envelope));
    }

    private VerdictAnswer decided(ReadExpense.Verdict verdict) {
        var state = decideExpense.handle(verdict);
        return new VerdictAnswer(verdict.expense(), verdict.act().id(), Word.of(state));
    }

    @GET
    @Operation(operationId = "listExpenses", summary = "What members asked to be paid back, the latest first")
    public Page<ExpenseView> list(
            @PathParam("community") Hash community,
            @Parameter(example = "waiting")
                    @QueryParam("state")
                    @Pattern(
                            regexp = "waiting|paid|refused|expired",
                            message = "must be waiting, paid, refused or expired")
                    @Nullable
                    String state,
            @BeanParam @Valid Paging paging) {
        return readExpenses.list(community, Optional.ofNullable(state), paging);
    }

    @GET
    @Path("/{expense}")
    @Operation(operationId = "showExpense", summary = "What a member asked to be paid back")
    public ExpenseView show(@PathParam("community") Hash community, @PathParam("expense") Hash expense) {
        return readExpenses.one(community, expense);
    }

    @GET
    @Path("/{expense}/verdicts")
    @Operation(operationId = "listExpenseVerdicts", summary = "Who approved or refused it, the first first")
    public List<ExpenseView.VerdictView> verdicts(
            @PathParam("community") Hash community, @PathParam("expense") Hash expense) {
        return readExpenses.verdicts(community, expense);
    }

    /** A claim that waits. */
    public record ClaimAnswer(Hash expense, Instant claimedAt, Instant expires) {}

    /** That something was heard, and how the claim stands after it. */
    public record VerdictAnswer(Hash expense, Hash act, String state) {}
}
