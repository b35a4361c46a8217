// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What can be asked of something that is kept for somebody, whatever its kind. */
public sealed interface Request {
    /**
     * Takes what is due of a stream, or of a grant that is paid as it is due.
     *
     * @param there what the account can pay that pays it as it is due; nothing if all of it is set aside
     */
    record Withdraw(Optional<BigInteger> amount, Optional<BigInteger> there) implements Request {
        /** Takes what is due of what is set aside. */
        public Withdraw(Optional<BigInteger> amount) {
            this(amount, Optional.empty());
        }
    }

    /** Lets a stream's time stand still. */
    record Pause() implements Request {}

    /** Lets it go on. */
    record Resume() implements Request {}

    /** Gives back what is nobody's yet. */
    record Cancel() implements Request {}

    /** Releases a tranche of a grant; tranches are numbered from 1. */
    record Release(long number) implements Request {}

    /** Gives a bounty to an account, which is that of one of the judges or not. */
    record Award(String to, boolean isJudge) implements Request {}

    /** Keeps a bounty for longer. */
    record Extend(Duration by) implements Request {}

    /** What it comes to, if it is asked at this moment. */
    default Step of(Escrow escrow, Instant now) {
        return switch (this) {
            case Withdraw(var amount, var there) ->
                Owed.of(escrow, now)
                        .map(owed -> owed.withdraw(amount, there, now))
                        .orElseGet(() -> other(escrow));
            case Pause() -> stream(escrow, stream -> stream.pause(now));
            case Resume() -> stream(escrow, stream -> stream.resume(now));
            case Release(var number) ->
                escrow.terms() instanceof Terms.Grant terms
                        ? new Granting(escrow, terms).release(number, now)
                        : other(escrow);
            case Award(var to, var isJudge) -> bounty(escrow, bounty -> bounty.award(to, isJudge, now));
            case Extend(var by) -> bounty(escrow, bounty -> bounty.extend(by, now));
            case Cancel() ->
                switch (escrow.terms()) {
                    case Terms.Stream terms -> new Streaming(escrow, terms).cancel(now);
                    case Terms.Grant terms -> new Granting(escrow, terms).cancel(now);
                    case Terms.Bounty terms -> new Offering(escrow, terms).cancel(now);
                };
        };
    }

    /** Gives back what has gone beyond its time, if anything has. */
    static Optional<Step> sweep(Escrow escrow, Instant now) {
        return switch (escrow.terms()) {
            case Terms.Stream _ -> Optional.empty();
            case Terms.Grant terms -> new Granting(escrow, terms).sweep(now);
            case Terms.Bounty terms -> new Offering(escrow, terms).sweep(now);
        };
    }

    /** How it stands at a moment, whether what is beyond its time went back already or not. */
    static Escrow seen(Escrow escrow, Instant now) {
        return sweep(escrow, now).flatMap(Step::after).orElse(escrow);
    }

    private static Step stream(Escrow escrow, Function<Streaming, Step> step) {
        return escrow.terms() instanceof Terms.Stream terms ? step.apply(new Streaming(escrow, terms)) : other(escrow);
    }

    private static Step bounty(Escrow escrow, Function<Offering, Step> step) {
        return escrow.terms() instanceof Terms.Bounty terms ? step.apply(new Offering(escrow, terms)) : other(escrow);
    }

    private static Step other(Escrow escrow) {
        return Step.no(new EscrowRefusal.EscrowKind(escrow.id(), escrow.terms().kind()));
    }
}
