// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the admission section: {@code model} with the settings of that plugin, or {@code all}, {@code any} or
 * {@code atLeast} of several such parts.
 */
final class AdmissionReader {
    private static final int DEEPEST = 4;
    private static final int MOST_PARTS = 16;

    private AdmissionReader() {}

    static AdmissionPlan read(Value value) {
        return read(value, 1);
    }

    private static AdmissionPlan read(Value value, int depth) {
        var section = value.section();
        // A model may have settings that are called like the words that put several together.
        if (section.find("model").isPresent()) return new AdmissionPlan.Model(SectionsReader.call(section, "model"));
        var all = section.find("all");
        if (all.isPresent()) {
            section.finish();
            var parts = parts(all.get(), depth);
            return parts.isEmpty() ? none(value) : new AdmissionPlan.AtLeast(parts.size(), parts);
        }
        var any = section.find("any");
        if (any.isPresent()) {
            section.finish();
            var parts = parts(any.get(), depth);
            return parts.isEmpty() ? none(value) : new AdmissionPlan.AtLeast(1, parts);
        }
        var some = section.find("atLeast");
        if (some.isPresent()) {
            section.finish();
            return atLeast(some.get(), depth);
        }
        return new AdmissionPlan.Model(SectionsReader.call(section, "model"));
    }

    private static AdmissionPlan atLeast(Value value, int depth) {
        var section = value.section();
        var count = section.need("count");
        var parts = parts(section.need("of"), depth);
        section.finish();
        if (parts.isEmpty()) {
            return none(value);
        }
        return new AdmissionPlan.AtLeast((int) count.integer(1, parts.size(), 1), parts);
    }

    private static List<AdmissionPlan> parts(Value value, int depth) {
        var listed = value.list();
        if (value.isList() && (listed.isEmpty() || listed.size() > MOST_PARTS)) {
            value.bad("Put together are 1 to " + MOST_PARTS + " parts, not " + listed.size() + ".", "", "");
        } else if (depth == DEEPEST) {
            value.bad("Parts stand in each other at most " + DEEPEST + " deep.", "", "");
        } else {
            var parts = new ArrayList<AdmissionPlan>();
            for (var part : listed) {
                parts.add(read(part, depth + 1));
            }
            return parts;
        }
        return List.of();
    }

    /** Stands in for what could not be read and was complained of. */
    private static AdmissionPlan none(Value value) {
        return new AdmissionPlan.Model(new PluginCall("", Map.of(), value.path(), value.path()));
    }
}
