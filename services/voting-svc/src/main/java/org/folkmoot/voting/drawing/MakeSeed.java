// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/**
 * Takes a commitment to a value, or the value: one row and one event, or neither. The moment that counts is found behind the
 * draw's lock, which the end of a round takes, too.
 */
@ApplicationScoped
class MakeSeed {
    static final String COMMIT = "draw.commit/1";
    static final String REVEAL = "draw.reveal/1";
    private static final String ROUND = "round";
    static final String COMMITMENT = "commitment";
    private static final String VALUE = "value";

    private final ActDesk desk;
    private final DrawStore draws;
    private final SeedStore seeds;
    private final Courses courses;
    private final ClockBound clockBound;
    private final Outbox outbox;

    MakeSeed(ActDesk desk, DrawStore draws, SeedStore seeds, Courses courses, ClockBound clockBound, Outbox outbox) {
        this.clockBound = clockBound;
        this.desk = desk;
        this.draws = draws;
        this.seeds = seeds;
        this.courses = courses;
        this.outbox = outbox;
    }

    /** Opens an act about a draw: nobody waits for its row, or for a connection, before their signature was looked at. */
    SignedAct opened(Hash id, String type, byte[] envelope) {
        var draw = draws.find(id).orElseThrow(() -> new Refused(new Refusal.DrawUnknown(id)));
        return desk.open(envelope, new Expected(type, draw.order().community(), draw.id()));
    }

    @Transactional
    void commit(SignedAct opened) {
        desk.check(opened);
        var draw = locked(opened.act().subject());
        var accepted = desk.accept(opened);
        var said = Fields.exactly(accepted.act().body(), Set.of(ROUND, COMMITMENT));
        var commitment = said.hash(COMMITMENT);
        checkGoesOn(draw);
        courses.of(draw).commit(accepted.act().actor().hex(), round(said), commitment.hex(), accepted.at());
        seeds.commit(
                draw.no(), draw.round().number(), accepted.act().actor(), commitment, accepted.at(), accepted.id());
        outbox.add(DrawEvents.committed(draw, accepted));
    }

    @Transactional
    void reveal(SignedAct opened) {
        desk.check(opened);
        var draw = locked(opened.act().subject());
        var accepted = desk.accept(opened);
        var said = Fields.exactly(accepted.act().body(), Set.of(ROUND, VALUE));
        var value = said.hash(VALUE);
        checkGoesOn(draw);
        courses.of(draw).reveal(accepted.act().actor().hex(), round(said), value.hex(), accepted.at());
        seeds.reveal(draw.no(), draw.round().number(), accepted.act().actor(), value, accepted.at(), accepted.id());
        outbox.add(DrawEvents.revealed(draw, accepted));
    }

    private Known locked(Hash id) {
        var draw = draws.lock(id).orElseThrow(() -> new Refused(new Refusal.DrawUnknown(id)));
        clockBound.check();
        return draw;
    }

    private static void checkGoesOn(Known draw) {
        if (draw.ended().isPresent()) throw new Refused(new Refusal.DrawOver(draw.id()));
    }

    private static int round(Fields said) {
        return (int) Math.min(said.count(ROUND), Integer.MAX_VALUE);
    }
}
