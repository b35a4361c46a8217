// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.constitution.Moments;
import org.folkmoot.constitution.course.Calendar;
import org.folkmoot.constitution.course.History;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Judges;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Foretells when a proposal can come to something else. */
@Command(
        name = "calendar",
        description = "Say every instant at which a proposal can change state, in UTC, and which of them are certain.")
public final class CalendarCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private Rulebook rules = new Rulebook();

    @Option(
            names = "--submitted",
            paramLabel = "INSTANT",
            description = "When it was submitted: 2026-01-01T00:00:00Z. Not needed with a tally.")
    private @Nullable String submitted;

    @Option(
            names = "--tally",
            paramLabel = "FILE",
            description = "What was counted: adds when curves come down to it, and what happens if no more is cast.")
    private @Nullable Path tally;

    @Override
    public void run() {
        var constitution = rules.constitution();
        var judges = rules.judges(constitution, everywhere);
        var history = Optional.ofNullable(tally).map(file -> Rulebook.tally(file, judges));
        var judge = history.map(poll -> Rulebook.judge(judges, poll)).orElseGet(() -> only(judges));
        var since = Optional.ofNullable(submitted)
                .map(CalendarCommand::instant)
                .or(() -> history.map(poll -> poll.history().submittedAt()))
                .orElseThrow(() -> new Usage("When it was submitted is missing: --submitted or --tally."));
        var calendar = history.map(poll -> Calendar.of(judge, at(poll.history(), since)))
                .orElseGet(() -> Calendar.of(judge, since));
        var json = Api.JSON
                .createObjectNode()
                .put("constitution", constitution.hash().hex())
                .put("policy", judge.policy().name())
                .put("submitted", since.toString());
        var entries = json.putArray("entries");
        for (var entry : calendar.entries()) {
            entries.addObject()
                    .put("at", entry.at().toString())
                    .put("stage", entry.stage())
                    .put("kind", ExplainedJson.word(entry.kind()))
                    .put("certain", entry.certain())
                    .put("words", entry.words());
        }
        everywhere.print(
                json,
                calendar.entries().stream()
                        .map(entry -> entry.at() + (entry.certain() ? "  certain      " : "  conditional  ")
                                + entry.stage() + "  " + entry.words())
                        .toArray(String[]::new));
    }

    private static Judge only(Judges judges) {
        return judges.find(Optional.empty())
                .orElseThrow(() -> new Usage(
                        "Which policy is missing: --policy, one of " + String.join(", ", judges.names()) + "."));
    }

    private static Instant instant(String typed) {
        return Moments.instant(typed)
                .orElseThrow(() -> new Usage("Not an instant such as 2026-01-01T00:00:00Z: " + typed));
    }

    // What was cast keeps its distance from the submission.
    private static History at(History told, Instant submitted) {
        return told.submittedAt().equals(submitted) ? told : told.moved(submitted);
    }
}
