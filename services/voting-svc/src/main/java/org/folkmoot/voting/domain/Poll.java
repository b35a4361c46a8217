// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.PollRefused;
import org.folkmoot.policy.Result;
import org.folkmoot.record.Hash;

/**
 * A poll, in one of its states; each state has only the moves it allows.
 *
 * <pre>
 * waiting ─▶ delayed ─▶ open ─▶ closing ─▶ closed
 *    │          └─────────┴────────┴──────▶ cancelled
 *    └─▶ refused, cancelled
 * </pre>
 *
 * <p>From delayed to closing only the clock moves it.
 */
public sealed interface Poll {
    /** What is known of it from the beginning. */
    Terms terms();

    /** A poll of which nothing is decided yet, so that it can still be called off. */
    sealed interface Undecided extends Poll {
        /** How it is held. */
        PollDefinition definition();

        /** Its proposal was taken back. */
        default Cancelled cancel(String reason, Instant at) {
            return new Cancelled(terms(), reason, at);
        }
    }

    /** The roll cannot be frozen yet: not every change of membership that it depends on has arrived. */
    record Waiting(Terms terms, PollDefinition definition) implements Undecided {
        /** The roll is frozen. */
        public Running open(RollTotals roll, Instant now) {
            return running(terms, definition, roll, now, now);
        }

        /** It cannot be held as it is defined. */
        public Refused refuse(String reason, Instant now) {
            return new Refused(terms, reason, now);
        }
    }

    /** A poll with a frozen roll. */
    sealed interface Running extends Undecided {
        /** Everybody who may vote. */
        RollTotals roll();

        /** When the roll was frozen. */
        Instant openedAt();
    }

    /** Ballots are taken later. */
    record Delayed(Terms terms, PollDefinition definition, RollTotals roll, Instant openedAt) implements Running {}

    /** Ballots are taken. */
    record Open(Terms terms, PollDefinition definition, RollTotals roll, Instant openedAt) implements Running {}

    /** No ballot is taken any more, and it is not decided yet. */
    record Closing(Terms terms, PollDefinition definition, RollTotals roll, Instant openedAt) implements Running {
        /** The ballots are counted and judged, by what is left of the roll. */
        public Closed close(RollTotals counted, Result result, Decision decision) {
            return new Closed(
                    terms, definition, counted, openedAt, new Decided(result, decision, definition.closesAt()));
        }
    }

    /** It is decided. The roll is the one that it was decided by. */
    record Closed(Terms terms, PollDefinition definition, RollTotals roll, Instant openedAt, Decided decided)
            implements Poll {}

    /** Its proposal was taken back. */
    record Cancelled(Terms terms, String reason, Instant at) implements Poll {}

    /** It could not be held as it was defined. */
    record Refused(Terms terms, String reason, Instant at) implements Poll {}

    /** The poll of a proposal that was submitted: it waits, or is refused because it is not what it says it is. */
    static Poll submitted(Terms terms, Instant now) {
        byte[] canonical = terms.definition().getBytes(StandardCharsets.UTF_8);
        if (!Hash.of(canonical).equals(terms.poll()))
            return new Refused(terms, "The poll's id is not the hash of its definition.", now);
        try {
            var definition = PollDefinition.read(canonical);
            return definition.community().equals(terms.community())
                            && definition.proposal().equals(terms.proposal())
                    ? new Waiting(terms, definition)
                    : new Refused(terms, "The definition is about another proposal.", now);
        } catch (PollRefused e) {
            return new Refused(terms, String.valueOf(e.getMessage()), now);
        }
    }

    /** A poll with a frozen roll, in the state that it has at this moment. */
    static Running running(Terms terms, PollDefinition definition, RollTotals roll, Instant openedAt, Instant now) {
        var window = new Window(definition.opensAt(), definition.closesAt());
        if (window.isAhead(now)) return new Delayed(terms, definition, roll, openedAt);
        return window.isOver(now)
                ? new Closing(terms, definition, roll, openedAt)
                : new Open(terms, definition, roll, openedAt);
    }

    /** Why it takes no ballots now; nothing if it does. */
    default Optional<Refusal> shut() {
        var id = terms().poll();
        return switch (this) {
            case Open _ -> Optional.empty();
            case Waiting _ -> Optional.of(new Refusal.PollWaiting(id));
            case Delayed delayed ->
                Optional.of(new Refusal.PollNotOpen(id, delayed.definition().opensAt()));
            case Closing closing ->
                Optional.of(new Refusal.BallotLate(id, closing.definition().closesAt()));
            case Closed closed ->
                Optional.of(new Refusal.BallotLate(id, closed.definition().closesAt()));
            case Cancelled _ -> Optional.of(new Refusal.PollCancelled(id));
            case Refused refused -> Optional.of(new Refusal.PollRefused(id, refused.reason()));
        };
    }
}
