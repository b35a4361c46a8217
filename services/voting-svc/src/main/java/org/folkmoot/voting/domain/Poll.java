// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.PollRefused;
import org.folkmoot.record.Hash;

/**
 * A poll, in one of its states; each state has only the moves it allows.
 *
 * <pre>
 * waiting ─▶ delayed ─▶ open ─▶ closing ─▶ (unsealing) ─▶ closed
 *    │          └─────────┴────────┴─────────────┴──────▶ cancelled
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
        /** The roll is frozen; a poll whose close may move begins with a progress. */
        public Running open(RollTotals roll, Optional<Progress> progress, Instant now) {
            return running(terms, definition, new Opened(roll, now, progress), now);
        }

        /** It cannot be held as it is defined. */
        public Refused refuse(String reason, Instant now) {
            return new Refused(terms, reason, now);
        }
    }

    /**
     * What stands since the roll was frozen.
     *
     * @param roll everybody who may vote
     * @param openedAt when it was frozen
     * @param progress of a poll whose close may move
     */
    record Opened(RollTotals roll, Instant openedAt, Optional<Progress> progress) {}

    /** A poll with a frozen roll. */
    sealed interface Running extends Undecided {
        /** What stands since then. */
        Opened opened();

        /** Everybody who may vote. */
        default RollTotals roll() {
            return opened().roll();
        }

        /** When the roll was frozen. */
        default Instant openedAt() {
            return opened().openedAt();
        }

        /** How far it has come, if its close may move. */
        default Optional<Progress> progress() {
            return opened().progress();
        }

        /** The first moment at which no ballot is accepted any more, as far as is known. */
        default Instant closesAt() {
            return progress().map(Progress::closesAt).orElse(definition().closesAt());
        }

        /** From the first moment at which ballots may be accepted to the last one, whatever happens. */
        default Window window() {
            var definition = definition();
            return new Window(
                    definition.opensAt(), progress().map(Progress::latestAt).orElse(definition.closesAt()));
        }

        /** The ballots are counted and judged. */
        default Closed close(Decided decided) {
            return close(roll(), decided);
        }

        /** The ballots are counted and judged, by what is left of the roll. */
        default Closed close(RollTotals counted, Decided decided) {
            return new Closed(terms(), definition(), counted, openedAt(), decided);
        }
    }

    /** Ballots are taken later. */
    record Delayed(Terms terms, PollDefinition definition, Opened opened) implements Running {}

    /** Ballots are taken. */
    record Open(Terms terms, PollDefinition definition, Opened opened) implements Running {}

    /** No ballot is taken any more, and it is not decided yet. */
    record Closing(Terms terms, PollDefinition definition, Opened opened) implements Running {}

    /**
     * No ballot is taken any more, and those that were taken are sealed.
     *
     * @param unsealedAt when enough trustees had given their shares
     */
    record Unsealing(Terms terms, PollDefinition definition, Opened opened, Optional<Instant> unsealedAt)
            implements Running {}

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
    static Running running(Terms terms, PollDefinition definition, Opened opened, Instant now) {
        var open = new Open(terms, definition, opened);
        var window = open.window();
        if (window.isAhead(now)) return new Delayed(terms, definition, opened);
        return window.isOver(now) ? new Closing(terms, definition, opened) : open;
    }

    /** Why it takes no ballots now; nothing if it does. */
    default Optional<Refusal> shut() {
        var id = terms().poll();
        return switch (this) {
            case Open _ -> Optional.empty();
            case Waiting _ -> Optional.of(new Refusal.PollWaiting(id));
            case Delayed delayed ->
                Optional.of(new Refusal.PollNotOpen(id, delayed.definition().opensAt()));
            case Closing closing -> Optional.of(new Refusal.BallotLate(id, closing.closesAt()));
            case Unsealing unsealing -> Optional.of(new Refusal.BallotLate(id, unsealing.closesAt()));
            case Closed closed ->
                Optional.of(new Refusal.BallotLate(id, closed.decided().at()));
            case Cancelled _ -> Optional.of(new Refusal.PollCancelled(id));
            case Refused refused -> Optional.of(new Refusal.PollRefused(id, refused.reason()));
        };
    }
}
