// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.contracts.DrawCommittedV1;
import org.folkmoot.contracts.DrawRevealedV1;
import org.folkmoot.contracts.DrawRoundOpenedV1;
import org.folkmoot.contracts.DrawnV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Seed;

/** Tells the others how far a draw is. */
final class DrawEvents {
    private DrawEvents() {}

    static DrawRoundOpenedV1 opened(Known draw, DrawPlan plan, List<String> committers) {
        var order = draw.order();
        var round = draw.round();
        return new DrawRoundOpenedV1(
                order.community().hex(),
                order.proposal().hex(),
                order.enactment().hex(),
                draw.id().hex(),
                round.number(),
                plan.role().name(),
                plan.seats(),
                draw.people(),
                committers,
                round.opensAt(),
                round.revealsAt(),
                round.closesAt());
    }

    static DrawCommittedV1 committed(Known draw, Accepted accepted) {
        return new DrawCommittedV1(
                draw.order().community().hex(),
                draw.id().hex(),
                draw.round().number(),
                accepted.member().member().hex(),
                accepted.at(),
                accepted.signed());
    }

    static DrawRevealedV1 revealed(Known draw, Accepted accepted) {
        return new DrawRevealedV1(
                draw.order().community().hex(),
                draw.id().hex(),
                draw.round().number(),
                accepted.member().member().hex(),
                accepted.at(),
                accepted.signed());
    }

    static DrawnV1 drawn(Known draw, DrawPlan plan, Seed seed, List<Person> panel, Instant now) {
        var order = draw.order();
        return new DrawnV1(
                order.community().hex(),
                order.proposal().hex(),
                order.enactment().hex(),
                order.actionIndex(),
                order.attempt(),
                draw.id().hex(),
                draw.round().number(),
                seed.hex(),
                plan.role().name(),
                plan.term().or(plan.role()::term).map(now::plus).orElse(RoleGrantedV1.WITHOUT_END),
                panel.stream().map(Person::id).toList(),
                now);
    }
}
