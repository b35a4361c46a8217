// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Orders of which all are done or none. They are ruled on one after the other; the first that is refused ends it, keeps its
 * reason, and is the reason of all the others.
 */
final class Together {
    private Together() {}

    /**
     * Rules on all of them, none of which was ruled on before.
     *
     * @param trial rules on one after those that it was given before, where nothing counts unless all are done
     */
    static List<Answer.First> rule(List<Order> orders, Function<Order, Answer> trial) {
        var answers = new ArrayList<Answer.First>();
        for (var order : orders) {
            if (!(trial.apply(order) instanceof Answer.First first))
                throw new IllegalArgumentException("asked for twice: " + order.id());
            answers.add(first);
            if (refused(first)) return stopped(orders, first.done());
        }
        return answers;
    }

    static boolean allDone(List<Answer.First> answers) {
        return answers.stream().noneMatch(Together::refused);
    }

    private static boolean refused(Answer.First first) {
        return first.done().outcome() instanceof Outcome.Refused;
    }

    private static List<Answer.First> stopped(List<Order> orders, Done culprit) {
        var place = orders.stream().map(Order::id).toList().indexOf(culprit.id()) + 1;
        var reason = culprit.outcome() instanceof Outcome.Refused(var refusal) ? refusal.reason() : "";
        var failed = new Outcome.Refused(new Refusal.TogetherFailed(place, orders.size(), reason));
        return orders.stream()
                .map(order -> order.id().equals(culprit.id()) ? culprit : culprit.alike(order, failed))
                .map(Answer.First::new)
                .toList();
    }
}
