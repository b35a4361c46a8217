// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.StrictJson;
import org.folkmoot.voting.PhaseNames;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Pause;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.RollTotals;

/** A poll with everything that is known of it now. */
@Schema(name = "Poll")
record PollView(
        Hash poll,
        Hash community,
        Hash proposal,

        @Schema(description = "waiting, delayed, open, closing, unsealing, closed, cancelled or refused")
        String state,

        Instant submittedAt,

        @Schema(
                description = "What voters agree to by voting; the SHA-256 of its canonical form is the poll's id",
                type = SchemaType.OBJECT)
        Optional<Object> definition,

        @Schema(description = "Of a waiting poll: what it waits for")
        Optional<Wait> waits,

        @Schema(description = "Of a poll that could go on and does not: why, and when it is tried again")
        Optional<PauseView> paused,

        @Schema(description = "The frozen roll") Optional<RollView> roll,
        Optional<Instant> openedAt,

        @Schema(description = "From when on no ballot is accepted, as far as is known; late ballots may move it")
        Optional<Instant> closesAt,

        @Schema(description = "Of a running poll whose close may move: voting, confirming or cooling-off")
        Optional<String> phase,

        @Schema(
                description =
                        "Of a running poll whose policy asks for support that lasts: how far it had come when the clock"
                                + " ticked last or a ballot came")
        Optional<String> conviction,

        @Schema(description = "Ballots that were accepted so far")
        Optional<Long> accepted,

        Optional<DecisionView> decision,

        @Schema(description = "Where several bodies decide together: the poll of each of them")
        Optional<List<ChamberView>> chambers,

        @Schema(description = "Why it was cancelled or refused")
        Optional<String> reason,

        @Schema(description = "When it was cancelled or refused")
        Optional<Instant> endedAt) {
    /** Which changes of membership have arrived, and which are needed; and of the journal, where balances are asked for. */
    record Wait(long position, long reached, Optional<Long> balancesPosition, Optional<Long> balancesReached) {
        static Wait of(Poll.Waiting poll, Reached reached) {
            var balances = poll.definition().balancesPosition();
            return new Wait(
                    poll.definition().rollPosition(),
                    reached.members(),
                    balances,
                    balances.map(_ -> reached.balances()));
        }
    }

    /** How far this service has heard of members and of balances. */
    record Reached(long members, long balances) {}

    /** Why a poll waits though its time has come. */
    @Schema(name = "Pause")
    record PauseView(String reason, Instant since, Instant until) {
        static PauseView of(Pause pause) {
            return new PauseView(pause.reason(), pause.since(), pause.until());
        }
    }

    /** Everybody who may vote. */
    @Schema(name = "Roll")
    record RollView(long members, BigInteger power) {
        static RollView of(RollTotals totals) {
            return new RollView(totals.members(), totals.power());
        }
    }

    /** The same with the polls that are decided together with it. */
    PollView with(List<Stored> together) {
        var views = together.stream()
                .flatMap(stored -> ChamberView.of(stored.poll()).stream())
                .toList();
        return new PollView(
                poll,
                community,
                proposal,
                state,
                submittedAt,
                definition,
                waits,
                paused,
                roll,
                openedAt,
                closesAt,
                phase,
                conviction,
                accepted,
                decision,
                Optional.of(views).filter(several -> several.size() > 1),
                reason,
                endedAt);
    }

    /** Shows a poll with the number of its accepted ballots and the positions that have been reached. */
    static PollView of(Stored stored, long accepted, Reached reached) {
        var poll = stored.poll();
        var terms = poll.terms();
        var roll = roll(poll);
        var progress = poll instanceof Poll.Running running ? running.progress() : Optional.<Progress>empty();
        return new PollView(
                terms.poll(),
                terms.community(),
                terms.proposal(),
                StateNames.of(poll),
                terms.submittedAt(),
                definition(terms.definition()),
                poll instanceof Poll.Waiting waiting ? Optional.of(Wait.of(waiting, reached)) : Optional.empty(),
                stored.pause().map(PauseView::of),
                roll,
                openedAt(poll),
                closesAt(poll),
                progress.map(Progress::phase).map(PhaseNames::of),
                progress.flatMap(Progress::conviction),
                roll.map(_ -> accepted),
                poll instanceof Poll.Closed closed ? Optional.of(DecisionView.of(closed)) : Optional.empty(),
                Optional.empty(),
                reason(poll),
                endedAt(poll));
    }

    /** A refused poll may have anything in the place of its definition. */
    private static Optional<Object> definition(String text) {
        try {
            return Optional.of(StrictJson.parse(text.getBytes(UTF_8)).plain());
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private static Optional<RollView> roll(Poll poll) {
        return switch (poll) {
            case Poll.Running running -> Optional.of(RollView.of(running.roll()));
            case Poll.Closed closed -> Optional.of(RollView.of(closed.roll()));
            case Poll.Waiting _, Poll.Cancelled _, Poll.Refused _ -> Optional.empty();
        };
    }

    private static Optional<Instant> openedAt(Poll poll) {
        return switch (poll) {
            case Poll.Running running -> Optional.of(running.openedAt());
            case Poll.Closed closed -> Optional.of(closed.openedAt());
            case Poll.Waiting _, Poll.Cancelled _, Poll.Refused _ -> Optional.empty();
        };
    }

    private static Optional<Instant> closesAt(Poll poll) {
        return switch (poll) {
            case Poll.Waiting waiting -> Optional.of(waiting.definition().closesAt());
            case Poll.Running running -> Optional.of(running.closesAt());
            case Poll.Closed closed -> Optional.of(closed.decided().at());
            case Poll.Cancelled _, Poll.Refused _ -> Optional.empty();
        };
    }

    private static Optional<String> reason(Poll poll) {
        return switch (poll) {
            case Poll.Cancelled cancelled -> Optional.of(cancelled.reason());
            case Poll.Refused refused -> Optional.of(refused.reason());
            case Poll.Waiting _, Poll.Running _, Poll.Closed _ -> Optional.empty();
        };
    }

    private static Optional<Instant> endedAt(Poll poll) {
        return switch (poll) {
            case Poll.Cancelled cancelled -> Optional.of(cancelled.at());
            case Poll.Refused refused -> Optional.of(refused.at());
            case Poll.Waiting _, Poll.Running _, Poll.Closed _ -> Optional.empty();
        };
    }
}
