// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the ballots of a poll, for whoever wants to count them again. */
@Command(
        name = "export",
        description = {
            "Print the ballots of a poll, for whoever wants to count them again.",
            "Each has the power of its voter; what it carries for others by delegation is not in it."
        })
final class ExportCommand implements Runnable {
    /** How the ballots are written. */
    enum Format {
        CSV,
        JSONL,
        PREFLIB,
        PREFLIB_CAT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "POLL", description = "The poll's id.")
    private String poll = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "csv or jsonl: every ballot; preflib: the rankings that count, equal ones together (.toi);"
                    + " preflib-cat: the same of approvals (.cat).")
    private Format format = Format.CSV;

    @Override
    public void run() {
        var path = "/v1/polls/" + Everywhere.hash(poll).hex();
        try (var api = new Api()) {
            switch (format) {
                case CSV, JSONL -> copy(api, path + "/ballots." + format);
                case PREFLIB -> preflib(api, path, PrefLibBallots.Kind.TOI);
                case PREFLIB_CAT -> preflib(api, path, PrefLibBallots.Kind.CAT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Api api, String path) throws IOException {
        try (var body = api.download(everywhere.suite().voting(), path)) {
            body.transferTo(System.out);
        }
        System.out.flush();
    }

    private void preflib(Api api, String path, PrefLibBallots.Kind kind) throws IOException {
        var question = api.get(everywhere.suite().voting(), path).path("definition");
        var ballots = new PrefLibBallots(kind, question);
        try (var lines = new BufferedReader(new InputStreamReader(
                api.download(everywhere.suite().voting(), path + "/ballots.jsonl"), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var ballot = Api.read(line);
                if (ballot.path("counts").asBoolean())
                    ballots.add(
                            ballot.path("choice"),
                            new BigInteger(ballot.path("power").asText()));
            }
        }
        ballots.print(System.out);
        if (ballots.simplified() > 0)
            everywhere.note(
                    "PrefLib has no place for skipped ranks, for options that are ranked twice and for overvotes without"
                            + " names. They are left out of " + ballots.simplified()
                            + " ballots, which may count otherwise in this poll.");
    }
}
