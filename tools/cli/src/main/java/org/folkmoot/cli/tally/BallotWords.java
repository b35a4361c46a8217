// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.cli.tally.formats.CsvBallots.Words;
import picocli.CommandLine.Option;

/** What a table of ballots calls things. */
final class BallotWords {
    @Option(
            names = "--candidates",
            paramLabel = "NAME",
            split = ";",
            description =
                    "The candidates of a .csv in their order, with ; between them. Default: those it names, by name.")
    private List<String> candidates = new ArrayList<>();

    @Option(
            names = "--overvote",
            paramLabel = "WORD",
            description = "A rank whose marks were not recorded. Default: overvote.")
    private String overvote = "overvote";

    @Option(
            names = "--skipped",
            paramLabel = "WORD",
            split = ";",
            description =
                    "A rank without a mark, as an empty cell is, several with ; between them. Default: undervote;skipped.")
    private List<String> skipped = List.of("undervote", "skipped");

    @Option(
            names = "--delimiter",
            paramLabel = "TEXT",
            description = "What stands between several marks at a rank. Default: |.")
    private String delimiter = "|";

    @Option(names = "--write-in", paramLabel = "WORD", description = "Whoever is not declared. Default: UWI.")
    private String writeIn = "UWI";

    @Option(
            names = "--contest",
            paramLabel = "TEXT",
            description = "What the columns of a contest have in their names, where a .csv has several.")
    private String contest = "";

    @Option(
            names = "--approve",
            paramLabel = "CATEGORY",
            split = ";",
            description = "The categories of a .cat that approve, with ; between them."
                    + " Default: none, and the categories are ranks.")
    private List<String> approving = new ArrayList<>();

    List<String> approving() {
        return List.copyOf(approving);
    }

    Words words() {
        return new Words(overvote, skipped, delimiter, writeIn, candidates, contest);
    }
}
