// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;

/**
 * What is kept for somebody, and what became of it so far. Its account holds exactly what is {@link #held}.
 *
 * @param id that of the order that put it there
 * @param released what went to whom it is for, in minor units
 * @param returned what went back
 * @param pausedAt since when its time stands still, if it does
 * @param paused how long its time stood still before
 * @param deadline when it goes back by itself, if it does; this can be put off
 * @param tranches what became of each part, if it has any
 * @param latest the last moment that anything happened to it; time does not go back behind it
 */
public record Escrow(
        Hash id,
        Terms terms,
        Instant made,
        State state,
        BigInteger released,
        BigInteger returned,
        Optional<Instant> pausedAt,
        Duration paused,
        Optional<Instant> deadline,
        List<Tranche.State> tranches,
        Instant latest) {

    /** How it stands. */
    public enum State {
        OPEN,
        PAUSED,
        /** A decision gave back what was nobody's; what is due can still be taken. */
        CANCELLED,
        /** Nobody got any of it in time. */
        EXPIRED,
        /** There is nothing left. */
        ENDED;

        /** Whether nothing changes the state any more. */
        public boolean isTerminal() {
            return this != OPEN && this != PAUSED;
        }
    }

    public Escrow {
        tranches = List.copyOf(tranches);
        if (released.signum() < 0
                || returned.signum() < 0
                || released.add(returned).compareTo(terms.amount()) > 0)
            throw new IllegalArgumentException(released + " and " + returned + " of " + terms.amount());
    }

    /** What was just put into escrow. */
    public static Escrow made(Hash id, Terms terms, Instant made) {
        var zero = BigInteger.ZERO;
        var deadline = terms instanceof Terms.Bounty bounty ? Optional.of(bounty.expires()) : Optional.<Instant>empty();
        var tranches = terms instanceof Terms.Grant grant
                ? Collections.nCopies(grant.tranches().size(), Tranche.State.WAITING)
                : List.<Tranche.State>of();
        return new Escrow(
                id, terms, made, State.OPEN, zero, zero, Optional.empty(), Duration.ZERO, deadline, tranches, made);
    }

    /** What may leave it still. Its account holds exactly this, unless it is paid as it is due. */
    public BigInteger left() {
        return terms.amount().subtract(released).subtract(returned);
    }

    /** What is set aside for it. */
    public BigInteger held() {
        return asDue().isPresent() ? BigInteger.ZERO : left();
    }

    /** The account that pays. */
    public String payer() {
        return asDue().isPresent() ? terms.from() : Account.escrowName(id);
    }

    /** The proposal under which its account pays it as it is due, if that is how it is paid. */
    public Optional<Hash> asDue() {
        return terms.asDue();
    }

    /** When something goes back by itself next, if anything does. */
    public Optional<Instant> due() {
        if (state.isTerminal()) return Optional.empty();
        if (!(terms instanceof Terms.Grant grant)) return deadline;
        return IntStream.range(0, tranches.size())
                .filter(place -> tranches.get(place) == Tranche.State.WAITING)
                .mapToObj(place -> grant.tranches().get(place).expires())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The moment that counts: a clock that was set back changes nothing. */
    public Instant moment(Instant now) {
        return now.isBefore(latest) ? latest : now;
    }

    /** The same after a moment at which it came to stand so. */
    Escrow in(State next, Instant now) {
        return new Escrow(id, terms, made, next, released, returned, Optional.empty(), paused, deadline, tranches, now);
    }

    Escrow paying(BigInteger out, BigInteger back, Instant now) {
        return new Escrow(
                id,
                terms,
                made,
                state,
                released.add(out),
                returned.add(back),
                pausedAt,
                paused,
                deadline,
                tranches,
                now);
    }

    Escrow pausing(Optional<Instant> since, Duration before, Instant now) {
        var next = since.isPresent() ? State.PAUSED : State.OPEN;
        return new Escrow(id, terms, made, next, released, returned, since, before, deadline, tranches, now);
    }

    Escrow until(Instant end, Instant now) {
        return new Escrow(
                id, terms, made, state, released, returned, pausedAt, paused, Optional.of(end), tranches, now);
    }

    Escrow with(List<Tranche.State> next, Instant now) {
        return new Escrow(id, terms, made, state, released, returned, pausedAt, paused, deadline, next, now);
    }
}
