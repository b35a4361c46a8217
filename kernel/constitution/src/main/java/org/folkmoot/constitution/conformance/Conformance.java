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
    private Conformance() {}

    /** Tries everything: constitutions by name, case files, and the examples that must be among them. */
    public static Report run(Map<String, byte[]> presets, List<CaseFile> files, List<Wanted> wanted, Plugins plugins) {
        var read = new HashMap<String, Preset>();
        var rows = new ArrayList<Report.Row>();
        for (var file : files) {
            var yaml = Optional.ofNullable(presets.get(file.preset()))
                    .orElseThrow(() -> new IllegalArgumentException("there is no preset '" + file.preset() + "'"));
            var preset = read.computeIfAbsent(file.preset(), _ -> new Preset(yaml, plugins));
            file.rows().forEach(row -> rows.add(row(file, row, preset, plugins)));
        }
        return new Report(rows, wanted, missing(rows, wanted));
    }

    private static Report.Row row(CaseFile file, CaseFile.Row row, Preset preset, Plugins plugins) {
        var tried = row.cases().stream()
                .map(one -> new Report.Tried(
                        one.name(), Trial.run(preset, plugins, one.document()), Deliberate.find(one.document())))
                .toList();
        return new Report.Row(row.name(), file.system(), row.source(), row.because(), tried);
    }

    private static List<String> missing(List<Report.Row> rows, List<Wanted> wanted) {
        var cases = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> cases.merge(
                row.name(),
                row.because().isPresent() ? Integer.MAX_VALUE : row.cases().size(),
                Math::max));
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
