// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.ActionRefused;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Infeasible;
import org.folkmoot.sortition.Sortition;
import org.folkmoot.voting.Stuck;
import org.folkmoot.voting.domain.drawing.CannotDraw;
import org.folkmoot.voting.domain.drawing.Round;

/**
 * Opens the draw that an action asked for, once, or says why nobody can be drawn: as of what was known when it asked. Every
 * refusal comes before the first change, and everything that is written comes with the answer, or not at all: whoever is
 * stopped in the midst of it has done nothing, and another one begins anew.
 */
@ApplicationScoped
class OpenDraw {
    // Up to fifty thousand people are looked at and written down.
    private static final int SECONDS = 600;

    private final AskedStore asked;
    private final DrawStore draws;
    private final PoolStore pools;
    private final SeedStore seeds;
    private final FreezePool freezePool;
    private final Constitutions constitutions;
    private final Outbox outbox;
    private final Clock clock;

    OpenDraw(
            AskedStore asked,
            DrawStore draws,
            PoolStore pools,
            SeedStore seeds,
            FreezePool freezePool,
            Constitutions constitutions,
            Outbox outbox,
            Clock clock) {
        this.asked = asked;
        this.seeds = seeds;
        this.freezePool = freezePool;
        this.draws = draws;
        this.pools = pools;
        this.constitutions = constitutions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens the draw of an action other than these; false if none waits for one. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    boolean handle(Set<Long> except) {
        var next = asked.lockNext(except);
        next.ifPresent(one -> {
            try {
                answer(one);
            } catch (RuntimeException e) {
                throw Stuck.order(one.no(), e);
            }
        });
        return next.isPresent();
    }

    private void answer(Asked one) {
        try {
            open(one);
        } catch (CannotDraw e) {
            outbox.add(one.order().failed(e.reason(), e.detail(), clock.instant()));
        }
        asked.remove(one.no());
    }

    private void open(Asked one) {
        var order = one.order();
        var constitution = constitutions
                .known(order.community(), one.constitution())
                .orElseThrow(() -> new IllegalStateException("no constitution " + one.constitution()));
        var plan = plan(Plans.action(one.action()), constitution);
        var committers = freezePool.committers(plan, one, seeds.withheld(order.proposal(), order.actionIndex()));
        var pool = freezePool.pool(plan, constitution, one);
        var title = plan.role().name() + ", drawn by " + order.enactment();
        var draw = Plans.draw(plan, title, pool.people(), committers);
        var now = clock.instant();
        var known = new Known(
                0,
                Plans.id(draw),
                order,
                title,
                one.action(),
                constitution.hash(),
                one.position(),
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
