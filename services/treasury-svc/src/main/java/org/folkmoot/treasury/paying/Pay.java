// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.BalancesAfter;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Hands payments to the writer and says what became of them, in the same words however often that is asked. */
@ApplicationScoped
class Pay {
    private final PaymentWriter writer;
    private final BalancesAfter balances;

    Pay(PaymentWriter writer, BalancesAfter balances) {
        this.writer = writer;
        this.balances = balances;
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
                        .map(answer -> PaymentText.of(answer) + "\n")
                        .collect(Collectors.joining())
                        .getBytes(UTF_8)));
    }

    private CompletionStage<RestResponse<byte[]>> ruled(
            SignedOrders payment, Executor then, Function<List<Answer>, RestResponse<byte[]>> words) {
        var response = new CompletableFuture<RestResponse<byte[]>>();
        var answered = new PaymentWriter.Answered() {
            @Override
            public void ruled(Ruling ruling) {
                // What was left after an old payment has to be looked up, which neither the writer nor an event loop
                // does.
                if (hasOld(ruling))
                    Infrastructure.getDefaultWorkerPool().execute(guarded(() -> {
                        var answers = asAtFirst(payment.community(), answers(ruling));
                        then.execute(guarded(() -> response.complete(words.apply(answers))));
                    }));
                else then.execute(guarded(() -> response.complete(words.apply(answers(ruling)))));
            }

            private Runnable guarded(Runnable task) {
                return () -> {
                    try {
                        task.run();
                    } catch (RuntimeException refused) {
                        response.completeExceptionally(refused);
                    }
                };
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

    private static boolean hasOld(Ruling ruling) {
        return ruling instanceof Ruling.Ruled(var answers) && answers.stream().anyMatch(Answer.Again.class::isInstance);
    }

    /** The answers that were given when all of it was asked for first. */
    private List<Answer> asAtFirst(Hash community, List<Answer> answers) {
        var old = answers.stream()
                .flatMap(answer -> answer instanceof Answer.Again(var done) ? Stream.of(done.id()) : Stream.empty())
                .toList();
        var known = balances.of(community, old);
        return answers.stream()
                .map(answer -> answer instanceof Answer.Again(var done)
                        ? new Answer.First(done, known.getOrDefault(done.id(), List.of()))
                        : answer)
                .toList();
    }

    private static RestResponse<byte[]> one(Answer answer) {
        return switch (answer) {
            case Answer.Different(var id, var part) ->
                throw new PaymentRefused(new PaymentRefusal.PaymentDifferent(id, part));
            case Answer.First(var done, var _) -> told(done, answer);
            case Answer.Again(var done) -> told(done, answer);
        };
    }

    private static RestResponse<byte[]> told(Done done, Answer answer) {
        if (done.outcome() instanceof Outcome.Refused(var why))
            throw new PaymentRefused(new PaymentRefusal.PaymentImpossible(done.id(), why.reason(), why.detail()));
        return RestResponse.status(Status.CREATED, PaymentText.of(answer).getBytes(UTF_8));
    }
}
