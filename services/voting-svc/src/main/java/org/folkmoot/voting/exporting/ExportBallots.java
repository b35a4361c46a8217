// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import org.folkmoot.platform.web.Cell;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Reads the ballots of a poll: a page of them, or all of them, one after the other. */
@ApplicationScoped
class ExportBallots {
    private static final int PIECE = 2_000;
    private static final String HEAD = "number,member,act,choice,power,acceptedAt,counts,reason\n";

    private final PollStore polls;
    private final AcceptedBallots ballots;
    private final ObjectMapper mapper;

    ExportBallots(PollStore polls, AcceptedBallots ballots, ObjectMapper mapper) {
        this.polls = polls;
        this.ballots = ballots;
        this.mapper = mapper;
    }

    /** The number under which the ballots of a poll are kept. */
    long find(Hash poll) {
        return polls.find(poll)
                .orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll)))
                .no();
    }

    Page<BallotView> page(Hash poll, Paging paging) {
        long after = paging.afterNumber(0);
        var rows = ballots.after(find(poll), after, paging.rows());
        return Page.of(rows, paging.limit(), ballot -> Long.toString(ballot.number()), ballot -> ballot);
    }

    /** A ballot on each line. */
    void jsonLines(long no, OutputStream to) throws IOException {
        all(no, to, "", ballot -> mapper.writeValueAsString(ballot) + "\n");
    }

    /** A table with a head; the choice is canonical JSON, and a reason stands where no spreadsheet takes it for a formula. */
    void csv(long no, OutputStream to) throws IOException {
        all(no, to, HEAD, ExportBallots::row);
    }

    @FunctionalInterface
    private interface Line {
        String of(BallotView ballot) throws IOException;
    }

    private void all(long no, OutputStream to, String head, Line line) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        writer.write(head);
        for (var piece = ballots.after(no, 0, PIECE); !piece.isEmpty(); ) {
            for (var ballot : piece) writer.write(line.of(ballot));
            piece = ballots.after(no, piece.getLast().number(), PIECE);
        }
        writer.flush();
    }

    private static String row(BallotView ballot) {
        return ballot.number() + "," + ballot.member() + "," + ballot.act() + ",\""
                + ballot.choice().replace("\"", "\"\"") + "\"," + ballot.power() + ","
                + Times.text(ballot.acceptedAt()) + "," + ballot.counts() + ","
                + ballot.reason().map(Cell::of).orElse("") + "\n";
    }
}
