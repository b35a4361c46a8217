// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.WireModule;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Decided;
import org.folkmoot.voting.domain.Pause;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Terms;

/** Reads a row of polls; a state's columns are there because the table's checks say so. */
final class PollRow {
    static final String COLUMNS = """
            no, poll, community, proposal, definition, submitted_at, state, opened_at, roll_members, roll_power,
            roll_most, counted_members, counted_power, reason, ended_at, decision, lead, closes_at, look_at, latest_at,
            phase, asking_since, pause_reason, paused_since, paused_until, pause_failures, unsealing_since, unsealed_at,
            coalesce(passed_at, opens_at) as passed_at, conviction""";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new WireModule())
            .build();

    private PollRow() {}

    /** The poll in the state that it has at this moment. */
    static Stored read(ResultSet row, Instant now) throws SQLException {
        var terms = new Terms(
                new Hash(row.getBytes("poll")),
                new Hash(row.getBytes("community")),
                new Hash(row.getBytes("proposal")),
                row.getString("definition"),
                Sql.instant(row, row.findColumn("submitted_at")));
        return new Stored(row.getLong("no"), poll(row, terms, now), pause(row), row.getObject("asking_since") != null);
    }

    private static Poll poll(ResultSet row, Terms terms, Instant now) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "waiting" -> new Poll.Waiting(terms, definition(terms));
            case "open" -> running(row, terms, now);
            case "closed" ->
                new Poll.Closed(
                        terms, definition(terms), counted(row), openedAt(row), decided(row.getString("decision")));
            case "cancelled" -> new Poll.Cancelled(terms, row.getString("reason"), endedAt(row));
            case "refused" -> new Poll.Refused(terms, row.getString("reason"), endedAt(row));
            default -> throw new IllegalStateException("a poll cannot be " + state);
        };
    }

    private static Poll.Running running(ResultSet row, Terms terms, Instant now) throws SQLException {
        if (row.getObject("unsealing_since") == null) return Poll.running(terms, definition(terms), opened(row), now);
        var unsealedAt = row.getObject("unsealed_at") == null
                ? Optional.<Instant>empty()
                : Optional.of(Sql.instant(row, row.findColumn("unsealed_at")));
        return new Poll.Unsealing(terms, definition(terms), opened(row), unsealedAt);
    }

    private static Poll.Opened opened(ResultSet row) throws SQLException {
        return new Poll.Opened(roll(row), openedAt(row), progress(row));
    }

    private static Optional<Progress> progress(ResultSet row) throws SQLException {
        var phase = row.getString("phase");
        if (phase == null) return Optional.empty();
        return Optional.of(new Progress(
                row.getLong("lead"),
                Sql.instant(row, row.findColumn("closes_at")),
                Sql.instant(row, row.findColumn("look_at")),
                Sql.instant(row, row.findColumn("latest_at")),
                PhaseNames.phase(phase),
                Sql.instant(row, row.findColumn("passed_at")),
                Optional.ofNullable(row.getString("conviction"))));
    }

    private static Optional<Pause> pause(ResultSet row) throws SQLException {
        var reason = row.getString("pause_reason");
        if (reason == null) return Optional.empty();
        return Optional.of(new Pause(
                reason,
                Sql.instant(row, row.findColumn("paused_since")),
                Sql.instant(row, row.findColumn("paused_until")),
                row.getInt("pause_failures")));
    }

    private static PollDefinition definition(Terms terms) {
        return PollDefinition.read(terms.definition().getBytes(UTF_8));
    }

    private static RollTotals roll(ResultSet row) throws SQLException {
        return totals(row, "roll_members", "roll_power");
    }

    /** Where members were struck off at the close, a decided poll has another roll than an open one. */
    private static RollTotals counted(ResultSet row) throws SQLException {
        return row.getObject("counted_members") == null ? roll(row) : totals(row, "counted_members", "counted_power");
    }

    private static RollTotals totals(ResultSet row, String members, String power) throws SQLException {
        return new RollTotals(
                row.getLong(members),
                row.getObject(power, BigDecimal.class).toBigIntegerExact(),
                Optional.ofNullable(row.getBigDecimal("roll_most")).map(BigDecimal::toBigIntegerExact));
    }

    private static Instant openedAt(ResultSet row) throws SQLException {
        return Sql.instant(row, row.findColumn("opened_at"));
    }

    private static Instant endedAt(ResultSet row) throws SQLException {
        return Sql.instant(row, row.findColumn("ended_at"));
    }

    /** A decision as the column has it: its parts are records of the kernel, which never change their names. */
    static String text(Decided decided) {
        try {
            return MAPPER.writeValueAsString(decided);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be written", e);
        }
    }

    private static Decided decided(String text) {
        try {
            return MAPPER.readValue(text, Decided.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be read", e);
        }
    }
}
