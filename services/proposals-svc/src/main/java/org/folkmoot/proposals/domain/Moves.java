// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.folkmoot.constitution.EnactmentWindow;

/**
 * Every move against every state. What members ask for is refused by name where the state has no such move; what other
 * services report is passed over there, because it is late, repeated or about something that ended.
 */
public final class Moves {
    private Moves() {}

    /** The author puts this to the vote, so it must be a draft. */
    public static Draft draft(State state) {
        return switch (state) {
            case Draft draft -> draft;
            case Entering _, Polled _, Passed _, Ended _ -> throw wrong(state, "draft");
        };
    }

    /** A member stands behind this, so it must wait for sponsors, and their time must not be over. */
    public static Backing backing(State state, Instant now) {
        return switch (state) {
            case Sponsoring sponsoring -> sponsoring.backing();
            case Depositing depositing ->
                depositing
                        .backing()
                        .filter(backing -> !backing.enough() && now.isBefore(backing.until()))
                        .orElseThrow(() -> wrong(state, "sponsoring"));
            case Draft _, Polled _, Passed _, Ended _ -> throw wrong(state, "sponsoring");
        };
    }

    /** The treasury answered about the deposit. */
    public static Optional<Depositing> depositing(State state) {
        return switch (state) {
            case Depositing depositing -> Optional.of(depositing);
            case Draft _, Sponsoring _, Polled _, Passed _, Ended _ -> Optional.empty();
        };
    }

    /** The author takes a proposal back. */
    public static Cancelled cancel(State state, String reason, Instant now) {
        return switch (state) {
            case Draft draft -> draft.cancel(reason, now);
            case Entering entering -> entering.cancel(reason, now);
            case Submitted submitted -> submitted.cancel(reason, now);
            case Delayed delayed -> delayed.cancel(reason, now);
            case Voting _, Passed _, Ended _ ->
                throw wrong(state, "draft", "depositing", "sponsoring", "submitted", "delayed");
        };
    }

    /** A member has a failed action tried again. */
    public static Enacting retry(State state, Instant now) {
        var current = state.asOf(now);
        return switch (current) {
            case Failed failed -> failed.retry(now);
            case Draft _, Entering _, Polled _, Timelocked _, Enacting _, Ended _ -> throw wrong(current, "failed");
        };
    }

    /** The voting service froze the roll. */
    public static Optional<State> pollOpened(State state, Instant openedAt) {
        return switch (state) {
            case Submitted submitted -> Optional.of(submitted.opened(openedAt));
            case Draft _, Entering _, Delayed _, Voting _, Passed _, Ended _ -> Optional.empty();
        };
    }

    /** The voting service can not hold this poll. */
    public static Optional<State> pollRefused(State state, Instant at, String reason) {
        return switch (state) {
            case Submitted submitted -> Optional.of(submitted.refused(at, reason));
            case Draft _, Entering _, Delayed _, Voting _, Passed _, Ended _ -> Optional.empty();
        };
    }

    /** The poll closes at another moment than was known so far; the state is the same. */
    public static Optional<State> pollExtended(State state, Instant closesAt) {
        return switch (state) {
            case Submitted submitted ->
                Optional.of(new Submitted(submitted.terms().closing(closesAt)));
            case Delayed delayed -> Optional.of(new Delayed(delayed.terms().closing(closesAt)));
            case Voting voting -> Optional.of(new Voting(voting.terms().closing(closesAt)));
            case Draft _, Entering _, Passed _, Ended _ -> Optional.empty();
        };
    }

    /**
     * The vote passed the proposal. A decision proves that there was a poll, so it counts although that was never heard of.
     *
     * @param window when it can be enacted, by the opening of the poll
     */
    public static Optional<State> passed(
            State state, Function<Instant, EnactmentWindow> window, Instant decidedAt, List<Integer> actions) {
        return switch (state) {
            case Polled polled ->
                Optional.of(polled.pass(window.apply(polled.terms().window().opensAt()), decidedAt, actions));
            case Draft _, Entering _, Passed _, Ended _ -> Optional.empty();
        };
    }

    /** The vote did not pass the proposal. */
    public static Optional<State> rejected(State state, Instant decidedAt, String reason) {
        return switch (state) {
            case Polled polled -> Optional.of(polled.reject(decidedAt, reason));
            case Draft _, Entering _, Passed _, Ended _ -> Optional.empty();
        };
    }

    /** An action's owner enacted the action that this attempt ordered. */
    public static Optional<State> actionEnacted(State state, int action, int attempt, Instant now) {
        return ordered(state, action, attempt).map(enacting -> enacting.enacted(now));
    }

    /** The owner enacted all actions, which this attempt ordered together; they are known by the first. */
    public static Optional<State> allEnacted(State state, int first, int attempt, Instant now) {
        return ordered(state, first, attempt).map(enacting -> enacting.allEnacted(now));
    }

    /** An action's owner refused the action that this attempt ordered. */
    public static Optional<State> actionFailed(
            State state, int action, int attempt, String reason, String detail, Instant now) {
        return ordered(state, action, attempt).map(enacting -> enacting.failed(reason, detail, now));
    }

    /**
     * The clock reached the eta: the first action is ordered, or nothing is because too many have left.
     *
     * @param few whether too many have, which is asked only if something is to be ordered
     */
    public static Optional<State> start(State state, Instant now, Supplier<Optional<Refusal.TooFewLeft>> few) {
        return switch (state) {
            case Timelocked timelocked ->
                timelocked.startsAt(now) ? Optional.of(timelocked.start(now, few.get())) : Optional.empty();
            case Draft _, Entering _, Polled _, Enacting _, Failed _, Ended _ -> Optional.empty();
        };
    }

    private static Optional<Enacting> ordered(State state, int action, int attempt) {
        return switch (state) {
            case Enacting enacting ->
                Optional.of(enacting).filter(order -> order.action() == action && order.attempt() == attempt);
            case Draft _, Entering _, Polled _, Timelocked _, Failed _, Ended _ -> Optional.empty();
        };
    }

    private static Refused wrong(State state, String... expected) {
        return new Refused(new Refusal.WrongState(state.word(), List.of(expected)));
    }
}
