// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Plugins;

/** Tries every case of every system on the constitution that behaves like it. */
public final class Conformance {
    /**
     * A published example of which all cases are wanted.
     *
     * @param id its id
     * @param parts how many single cases it has at least
     */
    public record Wanted(String id, int parts) {
        /** An example as it is published: its single cases stand between semicolons. */
        public static Wanted of(String id, String expected) {
            return new Wanted(id, expected.split(";", -1).length);
        }
    }

    /** A case and what came of it; {@code mismatches} is empty where it came out as expected. */
    public record Tried(String name, List<String> mismatches, Optional<Deliberate> deliberate) {}

    /**
     * A published example and what came of its cases.
     *
     * @param name its id, or what it is about
     * @param system the system that it is of
     * @param source where it is published; empty if its id says so
     * @param because why none of it is reproduced, if none is
     * @param cases its single cases
     */
    public record Row(String name, String system, String source, Optional<String> because, List<Tried> cases) {
        /** How many single cases come out as that system has them. */
        public long reproduced() {
            return cases.stream()
                    .filter(one -> one.mismatches().isEmpty() && one.deliberate().isEmpty())
                    .count();
        }

        /** Whether every case came out as expected here. */
        public boolean holds() {
            return cases.stream().allMatch(one -> one.mismatches().isEmpty());
        }
    }

    /**
     * Everything that was tried.
     *
     * @param rows in the order of the files
     * @param missing which wanted examples have neither cases nor a reason, or fewer cases than they are published with
     */
    public record Report(List<Row> rows, List<String> missing) {
        /** Whether nothing is missing and everything came out as expected. */
        public boolean holds() {
            return missing.isEmpty() && rows.stream().allMatch(Row::holds);
        }
    }

    private Conformance() {}

    /** Tries everything: constitutions by name, case files, and the examples that must be among them. */
    public static Report run(
            Map<String, byte[]> presets, List<CaseFile> files, List<Wanted> wanted, Plugins plugins) {
        var read = new HashMap<String, Preset>();
        var rows = new ArrayList<Row>();
        for (var file : files) {
            var yaml = Optional.ofNullable(presets.get(file.preset()))
                    .orElseThrow(() -> new IllegalArgumentException("there is no preset '" + file.preset() + "'"));
            var preset = read.computeIfAbsent(file.preset(), _ -> new Preset(yaml, plugins));
            file.rows().forEach(row -> rows.add(row(file, row, preset, plugins)));
        }
        return new Report(List.copyOf(rows), missing(rows, wanted));
    }

    private static Row row(CaseFile file, CaseFile.Row row, Preset preset, Plugins plugins) {
        var tried = row.cases().stream()
                .map(one -> new Tried(
                        one.name(), Trial.run(preset, plugins, one.document()), Deliberate.find(one.document())))
                .toList();
        return new Row(row.name(), file.system(), row.source(), row.because(), tried);
    }

    private static List<String> missing(List<Row> rows, List<Wanted> wanted) {
        var cases = new LinkedHashMap<String, Integer>();
        rows.forEach(row ->
                cases.merge(row.name(), row.because().isPresent() ? Integer.MAX_VALUE : row.cases().size(), Math::max));
        var missing = new ArrayList<String>();
        for (var one : wanted) {
            var has = cases.getOrDefault(one.id(), 0);
            if (has < one.parts()) {
                missing.add(one.id() + " has " + has + " of " + one.parts() + " cases");
            }
        }
        return List.copyOf(missing);
    }
}
