// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.ExitCodes;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.house.Home;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.conformance.CaseFile;
import org.folkmoot.constitution.conformance.Conformance;
import org.folkmoot.constitution.conformance.Report;
import org.folkmoot.constitution.conformance.Wanted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries published examples of other systems on the presets, and prints what of them is reproduced. */
@Command(
        name = "conformance",
        description = {
            "Try published examples of other systems on the constitutions that behave like them.",
            "Exit code 1 when one does not come out as expected, or one is left out."
        })
public final class ConformanceCommand implements Callable<Integer> {
    private static final String VECTORS = "shared/cases/governance/vectors.json";
    private static final String YAML = ".yaml";

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Option(
            names = "--presets",
            paramLabel = "DIR",
            description = "The constitutions, with their cases in the folder conformance. Default: examples/presets.")
    private @Nullable Path presets;

    @Option(
            names = "--examples",
            paramLabel = "FILE",
            description = "The list of examples that must be there. Default: ../" + VECTORS + ", if there is one.")
    private @Nullable Path examples;

    @Override
    public Integer call() {
        var folder = presets == null ? Home.find().resolve("examples/presets") : presets;
        var report = Conformance.run(
                yaml(folder),
                yaml(folder.resolve("conformance")).values().stream()
                        .map(CaseFile::read)
                        .toList(),
                examples().map(Documents::bytes).map(Wanted::read).orElse(List.of()),
                Plugins.installed());
        var answer = Api.JSON.createObjectNode().put("holds", report.holds());
        report.published().forEach(row -> add(answer.withArray("published"), row));
        report.further().forEach(row -> add(answer.withArray("further"), row));
        var missing = answer.putArray("missing");
        report.missing().forEach(missing::add);
        everywhere.print(answer, report.lines().toArray(String[]::new));
        return report.holds() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static void add(ArrayNode rows, Report.Row row) {
        var json = rows.addObject()
                .put("row", row.name())
                .put("system", row.system())
                .put("reproduced", row.reproduced())
                .put("cases", row.cases().size())
                .put("source", row.source());
        row.because().ifPresent(because -> json.put("because", because));
        var differences = json.putArray("differences");
        for (var one : row.cases()) {
            one.deliberate()
                    .ifPresent(said -> differences
                            .addObject()
                            .put("case", one.name())
                            .put("deliberate", true)
                            .put("theirs", said.theirs())
                            .put("because", said.because()));
            one.mismatches()
                    .forEach(what -> differences
                            .addObject()
                            .put("case", one.name())
                            .put("deliberate", false)
                            .put("found", what));
        }
    }

    private Optional<Path> examples() {
        return Optional.ofNullable(examples)
                .or(() -> Optional.of(Home.find().resolve("..").resolve(VECTORS).normalize())
                        .filter(Files::exists));
    }

    private static Map<String, byte[]> yaml(Path folder) {
        if (!Files.isDirectory(folder)) throw new Usage("There is no folder " + folder + ".");
        var found = new LinkedHashMap<String, byte[]>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(YAML))
                    .sorted()
                    .forEach(file -> found.put(file.getFileName().toString().replace(YAML, ""), Documents.bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
