// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.folkmoot.platform.acts.ActMappers;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.problems.ProblemMappers;
import org.folkmoot.platform.web.PlainRequest;
import org.folkmoot.record.Hash;

/**
 * A short way for single payments as nearly everybody sends them: it reads and answers as {@link PaymentResource} does, which
 * describes it, without the machinery that can do more. Whatever is not quite ordinary is passed on to that.
 */
@ApplicationScoped
class PaymentRoute {
    private static final String PATH = "/v1/communities/:community/payments";

    private final ReadPayment readPayment;
    private final Pay pay;
    private final Database database;

    PaymentRoute(ReadPayment readPayment, Pay pay, Database database) {
        this.readPayment = readPayment;
        this.pay = pay;
        this.database = database;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.POST, PATH).handler(this::take);
    }

    private void take(RoutingContext route) {
        var community = PlainRequest.hash(route, "community");
        if (community.isEmpty() || !PlainRequest.isJson(route.request()) || !database.ready()) {
            route.next();
            return;
        }
        route.request()
                .body()
                .onSuccess(body -> pay(route, community.get(), body.getBytes()))
                .onFailure(failure -> refuse(route, failure));
        route.request().resume();
    }

    private void pay(RoutingContext route, Hash community, byte[] envelope) {
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        try {
            pay.one(readPayment.one(community, envelope), task -> loop.runOnContext(_ -> task.run()))
                    .whenComplete((answer, failure) -> {
                        if (failure != null) refuse(route, failure);
                        else
                            route.response()
                                    .setStatusCode(answer.getStatus())
                                    .putHeader(HttpHeaders.CONTENT_TYPE, PlainRequest.JSON)
                                    .end(Buffer.buffer(answer.getEntity()));
                    });
        } catch (RuntimeException refused) {
            refuse(route, refused);
        }
    }

    private static void refuse(RoutingContext route, Throwable failure) {
        var problem = problem(failure);
        problem.getStringHeaders().forEach((name, values) -> route.response().putHeader(name, values));
        route.response().setStatusCode(problem.getStatus()).end(String.valueOf(problem.getEntity()));
    }

    private static Response problem(Throwable failure) {
        return switch (failure) {
            case ActRefused refused -> new ActMappers().map(refused);
            case PaymentRefused refused -> new PaymentProblems().map(refused);
            default -> new ProblemMappers().map(failure);
        };
    }
}
