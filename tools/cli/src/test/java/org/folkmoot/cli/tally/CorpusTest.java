// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Counts every check of a corpus of published tallies, if it lies beside the repository. */
class CorpusTest {

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedAnswer() throws IOException {
        var folder = Home.find().resolve("../shared/cases/tabulation").normalize();
        if (!Files.isDirectory(folder)) {
            var missing = "no folder shared/cases/tabulation beside the repository: nothing to compare";
            return Stream.of(dynamicTest("cases", () -> abort(missing)));
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .flatMap(CorpusTest::checks);
        }
    }

    private static Stream<DynamicTest> checks(Path file) {
        return CaseFiles.read(file, new AskedCheck(null, null, Map.of()), new BallotWords(), _ -> {}).stream()
                .flatMap(counted -> counted.checks().valueStream().map(asked -> {
                    var check = new TallyCheck(asked);
                    var name = counted.id() + " " + check.method() + " " + check.name();
                    return dynamicTest(name, () -> {
                        var row = TallyRow.of(counted, check);
                        assertAgrees(row);
                    });
                }));
    }
}
