// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import java.util.List;
import java.util.Optional;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Cancelled;
import org.folkmoot.proposals.domain.Delayed;
import org.folkmoot.proposals.domain.Depositing;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.Enacted;
import org.folkmoot.proposals.domain.Enacting;
import org.folkmoot.proposals.domain.Ended;
import org.folkmoot.proposals.domain.Expired;
import org.folkmoot.proposals.domain.Failed;
import org.folkmoot.proposals.domain.Lapsed;
import org.folkmoot.proposals.domain.Mandate;
import org.folkmoot.proposals.domain.Polled;
import org.folkmoot.proposals.domain.Rejected;
import org.folkmoot.proposals.domain.Sponsoring;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.proposals.domain.Submitted;
import org.folkmoot.proposals.domain.Terms;
import org.folkmoot.proposals.domain.Timelocked;
import org.folkmoot.proposals.domain.Voting;
import org.folkmoot.proposals.domain.Window;
import org.jspecify.annotations.NullUnmarked;

/** Turns the columns of a row into a state and back. */
@NullUnmarked
final class StateColumns {
    private StateColumns() {}

    static State read(ProposalRow row) {
        return switch (row.state) {
            case "draft" -> new Draft(row.draftedAt);
            case "depositing" -> new Depositing(backing(row));
            case "sponsoring" -> new Sponsoring(backing(row).orElseThrow());
            case "submitted" -> new Submitted(terms(row));
            case "delayed" -> new Delayed(terms(row));
            case "voting" -> new Voting(terms(row));
            case "timelocked" -> new Timelocked(mandate(row));
            case "enacting" -> new Enacting(mandate(row), row.step, row.attempt, row.orderedAt);
            case "failed" -> failed(row);
            case "enacted" -> new Enacted(row.endedAt);
            case "rejected" -> new Rejected(row.endedAt, row.reason);
            case "cancelled" -> new Cancelled(row.endedAt, row.reason);
            case "expired" ->
                new Expired(
                        row.endedAt,
                        enacted(row),
                        row.mandate == null ? 0 : row.mandate.length,
                        Optional.ofNullable(row.failure).map(_ -> failed(row)));
            case "lapsed" -> new Lapsed(row.endedAt, row.reason);
            default -> throw new IllegalStateException("no such state: " + row.state);
        };
    }

    static void write(State state, ProposalRow row) {
        row.state = state.word();
        row.turnsAt = null;
        row.turnsTo = null;
        state.turn().ifPresent(turn -> {
            row.turnsAt = turn.at();
            row.turnsTo = turn.to().word();
        });
        switch (state) {
            case Draft draft -> row.draftedAt = draft.draftedAt();
            case Depositing depositing -> depositing.backing().ifPresent(known -> backing(known, row));
            case Sponsoring sponsoring -> backing(sponsoring.backing(), row);
            case Polled polled -> terms(polled.terms(), row);
            case Timelocked timelocked -> mandate(timelocked.mandate(), row);
            case Enacting enacting -> order(enacting, row);
            case Failed failed -> failure(failed, row);
            case Ended ended -> end(ended, row);
        }
    }

    static Optional<Backing> backing(ProposalRow row) {
        return Optional.ofNullable(row.sponsorsBody)
                .map(body -> new Backing(body, row.sponsorsNeeded, row.sponsorsFound, row.sponsorsUntil));
    }

    static void backing(Backing backing, ProposalRow row) {
        row.sponsorsBody = backing.body();
        row.sponsorsNeeded = backing.needed();
        row.sponsorsFound = backing.found();
        row.sponsorsUntil = backing.until();
    }

    static Terms terms(ProposalRow row) {
        return new Terms(row.poll, new Window(row.opensAt, row.closesAt), row.retries, row.stage);
    }

    static Mandate mandate(ProposalRow row) {
        return new Mandate(row.eta, row.expiry, List.of(row.mandate), row.retries);
    }

    /** Counts the mandate's actions that were enacted: the step is the place of the one that is not. */
    static int enacted(ProposalRow row) {
        return row.step == null ? 0 : row.step;
    }

    private static void terms(Terms terms, ProposalRow row) {
        row.poll = terms.poll();
        row.opensAt = terms.window().opensAt();
        row.closesAt = terms.window().closesAt();
        row.retries = terms.retries();
        row.stage = terms.stage();
    }

    private static void mandate(Mandate mandate, ProposalRow row) {
        row.eta = mandate.eta();
        row.expiry = mandate.expiry();
        row.mandate = mandate.actions().toArray(Integer[]::new);
    }

    private static Failed failed(ProposalRow row) {
        return new Failed(mandate(row), row.step, row.attempt, row.failure, row.detail, row.failedAt);
    }

    private static void order(Enacting enacting, ProposalRow row) {
        row.step = enacting.step();
        row.attempt = enacting.attempt();
        row.orderedAt = enacting.orderedAt();
        row.failedAt = null;
        row.failure = null;
        row.detail = null;
    }

    private static void failure(Failed failed, ProposalRow row) {
        // Nothing is ordered of what may not be enacted at all.
        if (row.step == null)
            order(new Enacting(failed.mandate(), failed.step(), failed.attempt(), failed.failedAt()), row);
        row.failedAt = failed.failedAt();
        row.failure = failed.reason();
        row.detail = failed.detail();
    }

    private static void end(Ended ended, ProposalRow row) {
        row.endedAt = ended.endedAt();
        row.reason = ended.reason();
        if (row.step == null) return;
        switch (ended) {
            case Enacted _ -> row.step = row.mandate.length;
            case Expired expired -> row.step = expired.enacted();
            case Rejected _, Cancelled _, Lapsed _ -> {}
        }
    }
}
