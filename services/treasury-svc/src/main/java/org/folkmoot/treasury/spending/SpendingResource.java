// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.BalancesAfter;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.BalanceAfter;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members spend for the community. */
@Path("/v1/communities/{community}/spendings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "payments")
class SpendingResource {
    private final ReadSpending readSpending;
    private final Spend spend;
    private final BalancesAfter balances;

    SpendingResource(ReadSpending readSpending, Spend spend, BalancesAfter balances) {
        this.readSpending = readSpending;
        this.spend = spend;
        this.balances = balances;
    }

    /** What was spent. */
    @Schema(name = "Spent")
    record SpentView(
            @Schema(description = "The transfer's id in the journal")
            Hash transfer,

            @Schema(examples = "2026-11-20T10:00:00.000Z") Instant at,

            @Schema(
                    description = "What was left in the account that it was spent out of, right after it",
                    examples = "{\"SKR\": \"60.00\"}")
            Map<String, String> balances) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "spend",
            summary = "Spend for the community within the limit of a role",
            description = "Takes a signed act of type treasury.spend/1 about the community with the body {\"id\": …,"
                    + " \"from\": …, \"to\": …, \"asset\": …, \"amount\": …, \"role\": …, \"memo\": …}; role and memo may be"
                    + " left out. The id is the spender's to choose, and its first outcome is final: asking again gives"
                    + " the same answer.")
    public SpentView spend(@PathParam("community") Hash community, byte[] envelope) {
        return switch (spend.handle(readSpending.read(community, envelope))) {
            case Answer.First(var done, var left) -> view(done, left);
            case Answer.Again(var done) -> view(done, left(community, done.id()));
            case Answer.Different(var id, var part) ->
                throw new SpendingRefused(new SpendingRefusal.SpendingDifferent(id, part));
        };
    }

    private List<BalanceAfter> left(Hash community, Hash spent) {
        return balances.of(community, Set.of(spent)).getOrDefault(spent, List.of());
    }

    private static SpentView view(Done done, List<BalanceAfter> left) {
        if (done.outcome() instanceof Outcome.Refused(var why))
            throw new SpendingRefused(new SpendingRefusal.SpendingImpossible(done.id(), why.reason(), why.detail()));
        var balances = left.stream()
                .collect(Collectors.toMap(balance -> balance.asset().code(), BalanceAfter::decimal));
        return new SpentView(done.id(), done.at(), balances);
    }
}
