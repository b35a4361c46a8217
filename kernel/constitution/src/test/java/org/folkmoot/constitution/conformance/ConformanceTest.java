// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Plugins;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The presets decide as the systems do that they are named after. */
class ConformanceTest {
    private static final Path PRESETS = Path.of("../../examples/presets");
    private static final String VECTORS = "shared/cases/governance/vectors.json";
    private static final Report REPORT = Conformance.run(
            yaml(PRESETS),
            yaml(PRESETS.resolve("conformance")).values().stream()
                    .map(CaseFile::read)
                    .toList(),
            vectors().map(ConformanceTest::bytes).map(Wanted::read).orElse(List.of()),
            Plugins.installed());

    @BeforeAll
    static void printTheTable() {
        REPORT.lines().forEach(System.out::println);
    }

    static Stream<Named<Report.Row>> rows() {
        return Stream.concat(REPORT.published().stream(), REPORT.further().stream())
                .map(row -> Named.of(
                        row.name() + ", " + row.system() + ", " + row.reproduced() + " of "
                                + row.cases().size(),
                        row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void comesOutAsExpected(Report.Row row) {
        assertThat(row.cases())
                .allSatisfy(one -> assertThat(one.mismatches()).as(one.name()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void saysWhereItIsPublished(Report.Row row) {
        assertThat(row.source().isEmpty()).isEqualTo(row.name().matches("G[0-9]{3}"));
    }

    @Test
    void everyPublishedExampleHasItsCasesOrAReason() {
        Assumptions.assumeTrue(vectors().isPresent(), "no " + VECTORS + " beside the repository");

        assertThat(REPORT.missing()).isEmpty();
        assertThat(REPORT.published()).hasSize(REPORT.wanted().size());
    }

    @Test
    void everyPresetIsTried() {
        var tried = yaml(PRESETS.resolve("conformance")).values().stream()
                .map(CaseFile::read)
                .map(CaseFile::preset);

        assertThat(tried).containsAll(yaml(PRESETS).keySet());
    }

    private static Optional<Path> vectors() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(VECTORS))
                .filter(Files::exists)
                .findFirst();
    }

    private static Map<String, byte[]> yaml(Path folder) {
        var found = new LinkedHashMap<String, byte[]>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> found.put(file.getFileName().toString().replace(".yaml", ""), bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
