// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.Typed;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.record.Json;
import org.folkmoot.record.Merkle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has a journal, and maybe a head from earlier, checks it without the suite. */
class VerifyCommandTest {
    private final List<String> lines = new ArrayList<>();
    private final List<Hash> heads = new ArrayList<>();

    @TempDir
    Path folder;

    /** Three blocks of a movement each. */
    VerifyCommandTest() {
        var head = Hash.ZERO;
        for (long block = 1; block <= 3; block++) {
            var line = Map.<String, Object>of("code", "paid", "amount", String.valueOf(block));
            var root = Merkle.root(List.of(Merkle.leaf(Json.object(line).canonical())));
            head = JournalCheck.head(head, block, block, root);
            heads.add(head);
            lines.add(Json.object(Map.of(
                            "block",
                            block,
                            "first",
                            block,
                            "root",
                            root.hex(),
                            "head",
                            head.hex(),
                            "lines",
                            List.of(line)))
                    .canonicalText());
        }
    }

    @Test
    void aWholeJournalIsVerified() throws IOException {
        var typed = verify(lines);

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).isEqualTo("verified: 3 blocks\nhead " + heads.getLast() + "\n");
        assertThat(verify(lines, "--head", heads.get(1).hex()).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"amount\":\"2\"', '\"amount\":\"9\"', block 2",
        "'\"first\":3', '\"first\":4', block 3",
        "'{', '[', block 1"
    })
    void whatWasChangedIsFound(String written, String changed, String where) throws IOException {
        var other = lines.stream().map(line -> line.replace(written, changed)).toList();

        var typed = verify(other);

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("The journal is not right: " + where);
    }

    @Test
    void whatWasCutOffIsFoundByAHeadThatWasKept() throws IOException {
        var cut = lines.subList(0, 2);

        assertThat(verify(cut).code()).isZero();
        var typed = verify(cut, "--head", heads.getLast().hex());

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("cut off");
    }

    @Test
    void whatIsNoProofIsFound() throws IOException {
        assertThat(verify(lines.subList(0, 1), "--proof").err()).contains("The proof does not hold: it is no proof.");
    }

    private Typed verify(List<String> journal, String... options) throws IOException {
        var file = Files.write(folder.resolve("journal.jsonl"), journal);
        var words = new ArrayList<>(List.of("treasury", "verify", file.toString()));
        words.addAll(List.of(options));
        return Typed.run(words.toArray(String[]::new));
    }
}
