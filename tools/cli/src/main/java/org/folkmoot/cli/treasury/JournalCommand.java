// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the whole journal away, for another program or for {@link VerifyCommand}. */
@Command(
        name = "journal",
        description = {
            "Print the whole journal, or write it to a file.",
            "Example: folkmoot treasury journal COMMUNITY --format jsonl --to journal.jsonl"
        })
final class JournalCommand implements Runnable {
    /** How the journal is written. */
    enum Format {
        HLEDGER,
        BEANCOUNT,
        CSV,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description =
                    "hledger or beancount: books for that program; csv: every movement; jsonl: the blocks with what"
                            + " was hashed, their roots and heads, for treasury verify.")
    private Format format = Format.JSONL;

    @Option(names = "--to", paramLabel = "FILE", description = "Where to write it. It is printed if you say nothing.")
    private @Nullable Path to;

    @Override
    public void run() {
        var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/journal/" + format;
        try (var api = new Api();
                var journal = api.download(everywhere.suite().treasury(), path)) {
            if (to == null) {
                journal.transferTo(System.out);
                System.out.flush();
            } else Files.copy(journal, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
