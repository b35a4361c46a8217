// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.folkmoot.cli.acts.NotVerified;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.record.ProofCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a journal that was taken away, or the proof of a transfer, without anything else. */
@Command(
        name = "verify",
        description = {
            "Check a journal that treasury journal wrote as jsonl: that nothing is missing or was changed. Needs no suite.",
            "Whoever kept a head from earlier says so with --head, and finds a journal that was cut off or rewritten.",
            "Example: folkmoot treasury verify journal.jsonl --head 4f1e…"
        })
final class VerifyCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "FILE", description = "The journal as jsonl, or the proof.")
    private Path file = Path.of("");

    @Option(names = "--head", paramLabel = "HASH", description = "A head that you kept, which has to be in it.")
    private @Nullable String head;

    @Option(names = "--proof", description = "The file is the proof that a transfer is in the journal.")
    private boolean proof;

    @Override
    public void run() {
        var kept = Optional.ofNullable(head).map(Everywhere::hash);
        if (proof) proof(kept);
        else journal(kept);
    }

    private void proof(Optional<Hash> kept) {
        var bytes = Documents.bytes(file);
        ProofCheck.fault(bytes).ifPresent(why -> {
            throw new NotVerified("The proof does not hold: " + why + ".");
        });
        var said = Api.read(new String(bytes, UTF_8));
        if (kept.isPresent() && !kept.get().hex().equals(said.path("head").asText()))
            throw new NotVerified(
                    "The proof is for the head " + said.path("head").asText() + ".");
        everywhere.print(
                said,
                "verified: transfer " + said.path("transfer").asText(),
                "is in block " + said.path("block").asText() + ", whose head is "
                        + said.path("head").asText());
    }

    private void journal(Optional<Hash> kept) {
        try (var text = Files.newBufferedReader(file, UTF_8)) {
            var lines = new Heads(text.lines().iterator(), kept);
            var found = JournalCheck.check(lines);
            found.fault().ifPresent(why -> {
                throw new NotVerified("The journal is not right: " + why + ".");
            });
            if (kept.isPresent() && !lines.seen)
                throw new NotVerified("No block has the head " + kept.get().hex()
                        + ": the journal was cut off or rewritten, or is another one.");
            var answer = Api.JSON
                    .createObjectNode()
                    .put("verified", true)
                    .put("blocks", found.blocks())
                    .put("head", found.head().hex());
            everywhere.print(
                    answer,
                    "verified: " + found.blocks() + " blocks",
                    "head " + found.head().hex());
        } catch (IOException e) {
            throw Documents.unread(file, e);
        } catch (UncheckedIOException e) {
            throw Documents.unread(file, new IOException(e));
        }
    }

    /** The lines, and whether one of them has the head that is looked for. */
    private static final class Heads implements Iterator<byte[]> {
        private final Iterator<String> lines;
        private final Optional<String> kept;
        private boolean seen;

        Heads(Iterator<String> lines, Optional<Hash> kept) {
            this.lines = lines;
            this.kept = kept.map(hash -> "\"head\":\"" + hash.hex() + "\"");
        }

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public byte[] next() {
            var line = lines.next();
            seen |= kept.filter(line::contains).isPresent();
            return line.getBytes(UTF_8);
        }
    }
}
