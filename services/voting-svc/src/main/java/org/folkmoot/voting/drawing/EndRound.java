// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.sortition.Seed;
import org.folkmoot.voting.Stuck;
import org.folkmoot.voting.domain.drawing.Course;
import org.folkmoot.voting.domain.drawing.Round;
import org.folkmoot.voting.domain.drawing.Turn;
import org.folkmoot.voting.drawing.Known.Ended;

/** Moves a draw whose time has come: one state and one event, or neither. */
@ApplicationScoped
class EndRound {
    private static final int SECONDS = 600;

    private final DrawStore draws;
    private final PoolStore pools;
    private final SeedStore seeds;
    private final Courses courses;
    private final Plans plans;
    private final Outbox outbox;
    private final Clock clock;

    EndRound(
            DrawStore draws,
            PoolStore pools,
            SeedStore seeds,
            Courses courses,
            Plans plans,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.draws = draws;
        this.pools = pools;
        this.seeds = seeds;
        this.courses = courses;
        this.clock = clock;
    }

    /** Moves a draw other than these; false if there is none. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    boolean handle(Set<Long> except) {
        var due = draws.lockDue(clock.instant(), except);
        due.ifPresent(draw -> {
            try {
                move(draw, clock.instant());
            } catch (RuntimeException e) {
                throw Stuck.draw(draw.no(), e);
            }
        });
        return due.isPresent();
    }

    private void move(Known draw, Instant now) {
        var course = courses.of(draw);
        switch (course.turn(now)) {
            case Turn.Waits(Instant until) -> draws.due(draw.no(), until);
            case Turn.Seeded(Seed seed) -> draw(draw, seed, now);
            case Turn.Again again -> again(draw, course, again, now);
            case Turn.Fails fails -> {
                seeds.exclude(draw.no(), draw.round().number(), fails.without());
                draws.end(
                        draw.no(),
                        new Ended(now, Optional.empty(), Optional.of(fails.reason()), Optional.of(fails.detail())));
                outbox.add(draw.order().failed(fails.reason(), fails.detail(), now));
            }
        }
    }

    private void again(Known draw, Course course, Turn.Again again, Instant now) {
        var plan = plans.of(draw);
        var round = Round.open(draw.round().number() + 1, now, plan.commit(), plan.reveal());
        seeds.exclude(draw.no(), draw.round().number(), again.without());
        draws.again(draw.no(), round);
        outbox.add(DrawEvents.opened(draw.in(round), plan, List.copyOf(course.without(again.without()))));
    }

    private void draw(Known known, Seed seed, Instant now) {
        var plan = plans.of(known);
        var committers = seeds.committers(known.no(), known.round().number()).stream()
                .map(SeedStore.Committer::member)
                .toList();
        var draw = Plans.draw(plan, known.title(), pools.all(known.no(), Plans.strata(plan)), committers);
        if (!Plans.id(draw).equals(known.id()))
            throw new IllegalStateException("the draw " + known.id() + " is not what was committed to any more");
        var panel = Plans.sortition(draw).draw(seed);
        pools.seat(known.no(), panel);
        draws.end(known.no(), new Ended(now, Optional.of(seed.hex()), Optional.empty(), Optional.empty()));
        outbox.add(DrawEvents.drawn(known, plan, seed, panel, now));
    }
}
