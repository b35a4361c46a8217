// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The constitutions that the repository shows as examples work. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../../examples");

    static Stream<Path> examples() {
        try (var folders = Files.list(EXAMPLES)) {
            return folders
                    .map(folder -> folder.resolve("constitution.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> presets() {
        try (var files = Files.list(EXAMPLES.resolve("presets"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areThere() {
        assertThat(examples())
                .extracting(path -> EXAMPLES.relativize(path).getName(0).toString())
                .contains("club", "minneapolis-2013", "salt-lake-city-2025");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void haveNothingToComplainOf(Path example) throws IOException {
        var constitution = Check.accept(Files.readAllBytes(example), Samples.PLUGINS);

        // What no policy judges cannot be proposed: an election is made for one purpose.
        assertThat(Check.of(constitution, Samples.PLUGINS))
                .filteredOn(complaint -> !complaint.id().equals("no-catch-all"))
                .extracting(Complaint::id)
                // The example of deciding shows a trend that nothing follows yet.
                .isEqualTo(example.endsWith("decide/constitution.yaml") ? List.of("unused-trend") : List.of());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void presetsMayBeAdopted(Path preset) throws IOException {
        var constitution = Constitution.read(Files.readAllBytes(preset));

        assertThat(Check.of(constitution, Samples.PLUGINS)).noneMatch(Complaint::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"club", "network-state", "land-registry"})
    void wholeOnesGiveNoCauseForConcern(String example) throws IOException {
        var constitution =
                Constitution.read(Files.readAllBytes(EXAMPLES.resolve(example).resolve("constitution.yaml")));

        assertThat(Check.of(constitution, Samples.PLUGINS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void stayTheSameThroughTheirCanonicalForm(Path example) throws IOException {
        var constitution = Constitution.read(Files.readAllBytes(example));

        var again = Constitution.read(constitution.canonical());

        assertThat(again.hash()).isEqualTo(constitution.hash());
        assertThat(again.policies())
                .extracting(Policy::timing)
                .isEqualTo(constitution.policies().stream().map(Policy::timing).toList());
    }

    @Test
    void theMayorIsElectedByTheCitysRules() throws IOException {
        var constitution =
                Constitution.read(Files.readAllBytes(EXAMPLES.resolve("minneapolis-2013/constitution.yaml")));
        var mayor = constitution.policy("mayor").orElseThrow();
        var options = Files.readAllLines(EXAMPLES.resolve("minneapolis-2013/options.txt"));

        var method = Samples.PLUGINS.method(mayor.ballot());

        method.checkQuestion(new Question("Who shall be mayor?", options));
        method.check(List.of(List.of(9L), List.of(), List.of(32L)), new Question("Who shall be mayor?", options));
        assertThat(options).contains("Undeclared Write-ins").hasSize(36);
        assertThat(mayor.revote()).isEqualTo(Revote.FIRST);
    }
}
