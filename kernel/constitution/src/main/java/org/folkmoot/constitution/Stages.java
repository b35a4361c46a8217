// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to it that stages lead somewhere: only forward, so that every proposal comes to an end. */
final class Stages {
    /** Where a stage leads that ends the proposal although others follow. */
    static final String DONE = "done";

    /** Stands for stages that were complained of. */
    static final Stage STAND_IN = new Stage(
            "",
            List.of(new Chamber(
                    "", "", Chamber.Stance.APPROVES, new PluginCall("", Map.of(), "", ""), Revote.FIRST, List.of())),
            1,
            1,
            List.of(),
            new Timing(
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ZERO,
                    Optional.empty(),
                    Duration.ZERO,
                    Timing.Window.ANY),
            Optional.empty(),
            Optional.empty());

    private Stages() {}

    static void checkGraph(List<Value> values, List<Stage> stages) {
        var names = stages.stream().map(Stage::name).toList();
        for (var i = 0; i < stages.size(); i++) {
            var section = values.get(i).section();
            if (names.get(i).equals(DONE)) {
                section.need("name").bad("'" + DONE + "' is where a stage leads that ends the proposal.", "", "");
            }
            if (names.indexOf(stages.get(i).name()) < i) {
                section.need("name").complain("duplicate-name", "Two stages are called '" + names.get(i) + "'.");
            }
            checkWay(section, "passes", stages.get(i).passes(), names, i);
            checkWay(section, "fails", stages.get(i).fails(), names, i);
            var more = i + 1 < stages.size();
            if (more) {
                section.need("passes");
            }
        }
    }

    private static void checkWay(Section section, String key, Optional<String> to, List<String> names, int from) {
        if (to.isPresent() && names.indexOf(to.get()) <= from) {
            var later = names.subList(from + 1, names.size());
            section.need(key).bad("'" + to.get() + "' is not a stage after this one.", Nearest.to(to.get(), later), "");
        }
    }
}
