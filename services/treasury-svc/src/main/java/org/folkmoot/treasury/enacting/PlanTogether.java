// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.DecidedTogether;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;

/** Finds out for each part of what is due together who does it: the ledger alone, or a feature. */
@ApplicationScoped
class PlanTogether {
    private final List<DecidedTogether> features;

    PlanTogether(@All List<DecidedTogether> features) {
        this.features = features;
    }

    /** Checks that there is somebody who does it, and that it is what it should be. */
    void check(EnactmentDueV1 part) {
        if (feature(part).isEmpty()) order(part);
    }

    Plan handle(List<EnactmentDueV1> parts) {
        var owned = new HashMap<EnactmentDueV1, DecidedTogether.Part>();
        for (var feature : features) {
            var own = parts.stream()
                    .filter(part -> feature(part).filter(feature::equals).isPresent())
                    .toList();
            var planned = own.isEmpty() ? List.<DecidedTogether.Part>of() : feature.plan(own);
            for (int i = 0; i < own.size(); i++) owned.put(own.get(i), planned.get(i));
        }
        return new Plan(parts.stream().map(part -> piece(part, owned)).toList());
    }

    private static Piece piece(EnactmentDueV1 part, Map<EnactmentDueV1, DecidedTogether.Part> owned) {
        var own = Optional.ofNullable(owned.get(part));
        return new Piece(own, own.isPresent() ? own.get().order() : Optional.of(order(part)), part);
    }

    private Optional<DecidedTogether> feature(EnactmentDueV1 part) {
        return ActionJson.of(part)
                .flatMap(action -> features.stream()
                        .filter(feature -> feature.owns(action))
                        .findFirst());
    }

    private static Order order(EnactmentDueV1 part) {
        return ActionOrder.due(part)
                .orElseThrow(() -> new IllegalArgumentException("not the treasury's: action " + part.actionIndex()));
    }

    /** One of the parts: what a feature does about it, if it is one's, and what is moved for it, if anything is. */
    record Piece(Optional<DecidedTogether.Part> feature, Optional<Order> order, EnactmentDueV1 due) {
        /** One that the ledger was not asked for, because a feature could not do its part. */
        private Done stopped(Refusal why, Done culprit) {
            return feature.map(own -> own.refused(why))
                    .orElseGet(() -> new Done(
                            order.orElseThrow().id(),
                            order.orElseThrow().parts(),
                            new Outcome.Refused(why),
                            culprit.at(),
                            Optional.empty()));
        }
    }

    /** All parts in their order. */
    record Plan(List<Piece> pieces) {
        /** What is moved. */
        List<Order> orders() {
            return pieces.stream().flatMap(piece -> piece.order.stream()).toList();
        }

        /** What became of them, if a feature was asked before and refused its part, so that nothing was ever moved. */
        Optional<List<Done>> known() {
            var culprit = pieces.stream()
                    .flatMap(piece -> piece.feature.stream())
                    .flatMap(own -> own.earlier().stream())
                    .filter(Plan::isCulprit)
                    .findFirst();
            return culprit.map(done -> pieces.stream()
                    .map(piece -> piece.feature
                            .flatMap(DecidedTogether.Part::earlier)
                            .orElseGet(() -> piece.stopped(failed(done), done)))
                    .toList());
        }

        /** What becomes of them if a feature cannot do its part: the first that cannot is the reason of all the others. */
        Optional<List<Done>> stopped() {
            return IntStream.range(0, pieces.size())
                    .boxed()
                    .filter(place -> pieces.get(place)
                            .feature
                            .flatMap(DecidedTogether.Part::fault)
                            .isPresent())
                    .findFirst()
                    .map(this::stopped);
        }

        private List<Done> stopped(int place) {
            var own = pieces.get(place).feature.orElseThrow();
            var culprit = own.refused(own.fault().orElseThrow());
            var why = failed(culprit);
            return IntStream.range(0, pieces.size())
                    .mapToObj(i -> i == place ? culprit : pieces.get(i).stopped(why, culprit))
                    .toList();
        }

        private Refusal failed(Done culprit) {
            var place = pieces.stream()
                    .map(piece -> piece.due.enactment())
                    .toList()
                    .indexOf(culprit.id().hex());
            return new Refusal.TogetherFailed(
                    place + 1,
                    pieces.size(),
                    refusal(culprit).map(Refusal::reason).orElse(""));
        }

        /** What becomes of them after the ledger has moved all of this, or refused it. */
        List<Done> ended(List<Done> moved) {
            var culprit = moved.stream().filter(Plan::isCulprit).findFirst();
            var ended = new ArrayList<Done>();
            var rest = moved.iterator();
            for (var piece : pieces) {
                var own = piece.order.map(_ -> rest.next());
                ended.add(piece.feature
                        .map(feature -> ended(feature, own, culprit))
                        .orElseGet(own::orElseThrow));
            }
            return ended;
        }

        private Done ended(DecidedTogether.Part feature, Optional<Done> own, Optional<Done> culprit) {
            if (culprit.isEmpty()) return feature.done();
            return feature.refused(own.flatMap(Plan::refusal).orElseGet(() -> failed(culprit.get())));
        }

        /** Whether it was refused for its own sake, and not because another one was. */
        private static boolean isCulprit(Done done) {
            return refusal(done)
                    .filter(why -> !why.reason().equals(Refusal.TOGETHER_FAILED))
                    .isPresent();
        }

        private static Optional<Refusal> refusal(Done done) {
            return done.outcome() instanceof Outcome.Refused(var why) ? Optional.of(why) : Optional.empty();
        }
    }
}
