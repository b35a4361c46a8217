// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.web.PlainRequest;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Receipt;
import org.folkmoot.voting.PollRoutes;
import org.jspecify.annotations.Nullable;

/** The short way of a ballot that comes as nearly all do. All others go on to {@link BallotResource}, which answers alike. */
@ApplicationScoped
class BallotRoute {
    private static final String PATH = "/v1/polls/:poll/ballots";
    private static final int CREATED = 201;

    private final CastBallot castBallot;
    private final Database database;

    BallotRoute(CastBallot castBallot, Database database) {
        this.castBallot = castBallot;
        this.database = database;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.POST, PATH).handler(this::open);
    }

    private void open(RoutingContext route) {
        var poll = PlainRequest.hash(route, "poll");
        if (poll.isPresent() && PlainRequest.isJson(route.request()) && database.ready()) take(route, poll.get());
        else route.next();
    }

    private void take(RoutingContext route, Hash poll) {
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        // A body that breaks off has nobody left who could be answered.
        route.request().body().onSuccess(body -> cast(route, poll, body, loop));
        route.request().resume();
    }

    private void cast(RoutingContext route, Hash poll, Buffer body, Context loop) {
        try {
            // Back to the event loop, which writes the answer: the writer's thread has more to do.
            castBallot
                    .handle(poll, body.getBytes())
                    .whenComplete((receipt, refused) -> loop.runOnContext(_ -> answer(route, receipt, refused)));
        } catch (RuntimeException e) {
            PollRoutes.refuse(route, e);
        }
    }

    private static void answer(RoutingContext route, @Nullable Receipt receipt, @Nullable Throwable refused) {
        if (refused != null) PollRoutes.refuse(route, refused);
        else if (receipt != null)
            route.response()
                    .setStatusCode(CREATED)
                    .putHeader(HttpHeaders.CONTENT_TYPE, PlainRequest.JSON)
                    .end(Buffer.buffer(receipt.json()));
    }
}
