// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.delegating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.Follows;
import org.folkmoot.voting.Held;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.domain.Scope;
import org.folkmoot.voting.domain.Wish;

/** Refuses what is said for one poll and cannot count in it any more at the moment from which on it would hold. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class CheckPoll {
    private final PollStore polls;
    private final Follows follows;

    CheckPoll(PollStore polls, Follows follows) {
        this.polls = polls;
        this.follows = follows;
    }

    /**
     * A poll that somebody names.
     *
     * @param poll nothing if there is none
     * @param stage the stage in which it is followed, whose row is held
     */
    record Named(Optional<Poll> poll, Optional<Held> stage) {}

    /**
     * Finds the poll that a wish names; nothing if it names none. Of one whose close may move nobody knows without its ballots
     * when it is over, and whoever holds its row takes the delegations' lock behind it.
     */
    Optional<Named> hold(Hash community, Wish wish) {
        if (!(wish.scope() instanceof Scope.OfPoll(var id))) return Optional.empty();
        // Nobody holds up the polls of others by naming them.
        var poll = polls.find(id)
                .filter(stored -> isOf(stored.poll(), wish.body(), community))
                .flatMap(this::held);
        var lead = poll.flatMap(found -> found instanceof Poll.Running running ? running.progress() : Optional.empty());
        var stage = lead.flatMap(
                progress -> follows.look(List.of(progress.lead())).stream().findFirst());
        return Optional.of(new Named(poll, stage));
    }

    /** One that has not opened yet does not open meanwhile, or it could be over before its deadline. */
    private Optional<Poll> held(Stored found) {
        if (!(found.poll() instanceof Poll.Waiting)) return Optional.of(found.poll());
        return polls.lock(List.of(found.no())).stream().findFirst().map(Stored::poll);
    }

    /** Refuses the wish if the poll is none of its body, or what holds from a moment on comes too late for it. */
    void handle(Named named, Wish wish, Instant since) {
        var poll = named.poll.orElseThrow(
                () -> new Refused(new Refusal.ScopeUnknown(wish.scope().text(), wish.body())));
        if (named.stage.isPresent()) check(follows.hear(named.stage.get()), wish, since);
        else if (isOver(poll, since) || isCounted(poll)) throw over(wish);
    }

    /** Whether it is closed by now: the clock of whoever counted it may be ahead. */
    private boolean isCounted(Poll poll) {
        return polls.find(poll.terms().poll())
                .filter(now -> now.poll() instanceof Poll.Closed)
                .isPresent();
    }

    // The clock comes first: what is made at the moment at which the poll is decided is too late.
    private static void check(Held stage, Wish wish, Instant since) {
        var followed = stage.followed().orElseThrow(() -> over(wish));
        followed.advance(since);
        if (followed.verdict().isPresent()) throw over(wish);
        if (followed.frozenAt().isPresent())
            throw new Refused(new Refusal.DelegationIdle(wish.scope().text(), "The poll cools off."));
    }

    private static Refused over(Wish wish) {
        return new Refused(new Refusal.DelegationIdle(wish.scope().text(), "The poll is over."));
    }

    private static boolean isOver(Poll poll, Instant since) {
        return switch (poll) {
            // One whose roll cannot be frozen in time is not held.
            case Poll.Waiting waiting -> !since.isBefore(waiting.definition().closesAt());
            case Poll.Running running -> !since.isBefore(running.closesAt());
            case Poll.Closed _, Poll.Cancelled _, Poll.Refused _ -> true;
        };
    }

    private static boolean isOf(Poll poll, String body, Hash community) {
        return poll.terms().community().equals(community)
                && switch (poll) {
                    case Poll.Waiting waiting -> waiting.definition().body().equals(body);
                    case Poll.Running running -> running.definition().body().equals(body);
                    case Poll.Closed closed -> closed.definition().body().equals(body);
                    case Poll.Cancelled _, Poll.Refused _ -> false;
                };
    }
}
