// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Hands payments to the writer and says what became of them. */
@ApplicationScoped
class Pay {
    private final PaymentWriter writer;

    Pay(PaymentWriter writer) {
        this.writer = writer;
    }

    /** Pays, and says by that executor what became of it: the writer has more to do. */
    CompletionStage<RestResponse<byte[]>> one(SignedOrders payment, Executor then) {
        return ruled(payment, then, answers -> one(answers.getFirst()));
    }

    CompletionStage<RestResponse<byte[]>> many(SignedOrders payment, Executor then) {
        return ruled(
                payment,
                then,
                answers -> RestResponse.ok(answers.stream()
                        .map(answer -> line(answer) + "\n")
                        .collect(Collectors.joining())
                        .getBytes(UTF_8)));
    }

    private CompletionStage<RestResponse<byte[]>> ruled(
            SignedOrders payment, Executor then, Function<List<Answer>, RestResponse<byte[]>> words) {
        var response = new CompletableFuture<RestResponse<byte[]>>();
        var answered = new PaymentWriter.Answered() {
            @Override
            public void ruled(Ruling ruling) {
                then.execute(() -> {
                    try {
                        response.complete(words.apply(answers(ruling)));
                    } catch (RuntimeException refused) {
                        response.completeExceptionally(refused);
                    }
                });
            }

            @Override
            public void failed(RuntimeException cause) {
                then.execute(() -> response.completeExceptionally(cause));
            }
        };
        if (!writer.offer(payment, answered)) throw new PaymentRefused(new PaymentRefusal.Busy());
        return response;
    }

    private static List<Answer> answers(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Ruled(var answers) -> answers;
            case Ruling.NotTaken(var why) -> throw new ActRefused(why);
        };
    }

    private static RestResponse<byte[]> one(Answer answer) {
        return switch (answer) {
            case Answer.Different(var id, var part) ->
                throw new PaymentRefused(new PaymentRefusal.PaymentDifferent(id, part));
            case Answer.First(var done) -> told(done);
            case Answer.Again(var done) -> told(done);
        };
    }

    private static RestResponse<byte[]> told(Done done) {
        if (done.outcome() instanceof Outcome.Refused(var why))
            throw new PaymentRefused(new PaymentRefusal.PaymentImpossible(done.id(), why.reason(), why.detail()));
        return RestResponse.status(Status.CREATED, line(new Answer.First(done)).getBytes(UTF_8));
    }

    private static String line(Answer answer) {
        return switch (answer) {
            case Answer.Different(var id, var part) -> json(id, "different", part, Optional.empty());
            case Answer.First(var done) -> json(done);
            case Answer.Again(var done) -> json(done);
        };
    }

    private static String json(Done done) {
        return switch (done.outcome()) {
            case Outcome.Refused(var why) -> json(done.id(), "refused", why.reason(), Optional.of(why.detail()));
            case Outcome.Posted _, Outcome.Turned _ ->
                "{\"at\":\"" + Times.text(done.at()) + "\",\"outcome\":\"posted\",\"transfer\":\"" + done.id() + "\"}";
        };
    }

    private static String json(Hash id, String outcome, String reason, Optional<String> detail) {
        var json = new HashMap<String, Object>();
        detail.ifPresent(words -> json.put("detail", words));
        json.put("outcome", outcome);
        json.put("reason", reason);
        json.put("transfer", id.hex());
        return Json.object(json).canonicalText();
    }
}
