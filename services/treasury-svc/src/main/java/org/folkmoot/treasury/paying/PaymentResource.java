// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.RestResponse;

/** Where members pay. It only hands bytes over. */
@Path("/v1/communities/{community}/payments")
@Tag(name = "payments")
class PaymentResource {
    private static final String LINES = "application/x-ndjson";

    private final ReadPayment readPayment;
    private final Pay pay;

    PaymentResource(ReadPayment readPayment, Pay pay) {
        this.readPayment = readPayment;
        this.pay = pay;
    }

    /** Pays one or several amounts, all or nothing; the answer comes when that is on the disk. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makePayment",
            summary = "Pay out of one's own account",
            description = "Takes a signed act of type payment.make/1 about the community with the body {\"id\": …,"
                    + " \"legs\": [{\"to\": …, \"asset\": …, \"amount\": …}], \"memo\": …}. The id is the payer's to choose,"
                    + " and its first outcome is final: asking again gives the same answer. The balances are what was left in the"
                    + " payer's account right after it, asset by asset.")
    @APIResponse(
            responseCode = "201",
            description = "It was paid, now or when it was asked for first",
            content = @Content(schema = @Schema(implementation = PaymentAnswer.class)))
    public CompletionStage<RestResponse<byte[]>> pay(@PathParam("community") Hash community, byte[] envelope) {
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        return pay.one(readPayment.one(community, envelope), task -> loop.runOnContext(_ -> task.run()));
    }

    /** Pays up to a thousand amounts, each for itself. */
    @POST
    @Path("/batch")
    @Blocking
    @Consumes(LINES)
    @Produces(LINES)
    @Operation(
            operationId = "makePayments",
            summary = "Pay many out of one's own account",
            description = "The first line is a signed act of type payment.batch/1 about the community with the body"
                    + " {\"count\": …, \"lines\": …}, the SHA-256 of all that follows the first line; each other line is a"
                    + " payment {\"id\": …, \"to\": …, \"asset\": …, \"amount\": …, \"memo\": …}. It is answered with"
                    + " a line for each, in order: {\"at\": …, \"balances\": what was left of the asset after this line,"
                    + " \"outcome\": \"posted\", \"transfer\": …}, or {\"detail\": …,"
                    + " \"outcome\": \"refused\", \"reason\": …, \"transfer\": …}, or, of another payment under a known"
                    + " id, {\"outcome\": \"different\", \"reason\": the part that differs, \"transfer\": …}.")
    public CompletionStage<RestResponse<byte[]>> payMany(@PathParam("community") Hash community, byte[] lines) {
        return pay.many(readPayment.many(community, lines), Infrastructure.getDefaultWorkerPool());
    }

    /** What the answer to one payment has in it. */
    public record PaymentAnswer(
            Instant at,

            @Schema(
                    description = "What was left in the payer's account right after it, for each asset that was paid",
                    examples = "{\"SKR\": \"12.50\"}")
            Map<String, String> balances,

            @Schema(enumeration = {"posted"}) String outcome,
            Hash transfer) {}
}
