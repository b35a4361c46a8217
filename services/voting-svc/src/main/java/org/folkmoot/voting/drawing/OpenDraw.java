// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.ActionRefused;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Infeasible;
import org.folkmoot.sortition.Sortition;
import org.folkmoot.voting.domain.drawing.CannotDraw;
import org.folkmoot.voting.domain.drawing.Round;

/** Opens the draw that an action asks for, once, or says why nobody can be drawn. Every refusal comes before the first change. */
@ApplicationScoped
class OpenDraw {
    private final DrawStore draws;
    private final PoolStore pools;
    private final SeedStore seeds;
    private final FreezePool freezePool;
    private final MembershipStore membership;
    private final Constitutions constitutions;
    private final Outbox outbox;
    private final Clock clock;

    OpenDraw(
            DrawStore draws,
            PoolStore pools,
            SeedStore seeds,
            FreezePool freezePool,
            MembershipStore membership,
            Constitutions constitutions,
            Outbox outbox,
            Clock clock) {
        this.seeds = seeds;
        this.freezePool = freezePool;
        this.membership = membership;
        this.draws = draws;
        this.pools = pools;
        this.constitutions = constitutions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Runs in the transaction that notes the event. */
    void handle(EnactmentDueV1 due) {
        var action = Plans.action(due.action());
        if (!Action.DrawRole.TYPE.equals(action.get("type"))) return;
        var order = Order.of(due);
        var now = clock.instant();
        if (!draws.ask(order.enactment(), now)) return;
        try {
            open(order, due.action(), action, now);
        } catch (CannotDraw e) {
            outbox.add(order.failed(e.reason(), e.detail(), now));
        }
    }

    private void open(Order order, String text, Map<String, Object> action, Instant now) {
        var community = membership
                .community(order.community())
                .orElseThrow(
                        () -> new CannotDraw("community-unknown", "There is no community " + order.community() + "."));
        var constitution = constitutions.inForce(community);
        var plan = plan(action, constitution);
        var committers =
                freezePool.committers(plan, community, seeds.withheld(order.proposal(), order.actionIndex()), now);
        var pool = freezePool.pool(plan, constitution, community, now);
        var title = plan.role().name() + ", drawn by " + order.enactment();
        var draw = Plans.draw(plan, title, pool.people(), committers);
        var known = new Known(
                0,
                Plans.id(draw),
                order,
                title,
                text,
                constitution.hash(),
                community.position(),
                pool.place(),
                pool.people().size(),
                sortition(draw).panels(),
                now,
                Round.open(1, now, plan.commit(), plan.reveal()),
                Optional.empty());
        var no = draws.add(known);
        pools.add(no, Plans.strata(plan), pool.people());
        seeds.add(no, committers);
        outbox.add(DrawEvents.opened(
                known, plan, committers.stream().map(Hash::hex).toList()));
    }

    private static Sortition sortition(Draw draw) {
        try {
            return Plans.sortition(draw);
        } catch (Infeasible e) {
            throw new CannotDraw("no-panel", String.valueOf(e.getMessage()));
        }
    }

    private static DrawPlan plan(Map<String, Object> action, Constitution constitution) {
        try {
            return Plans.read(action, constitution);
        } catch (ActionRefused refused) {
            throw new CannotDraw(
                    "action-invalid",
                    refused.complaints().stream()
                            .map(complaint -> complaint.path() + ": " + complaint.reason())
                            .collect(Collectors.joining(" ")));
        }
    }
}
