// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Chamber.Stance;

/** Reads what a proposal goes through: the one stage that a policy describes itself, or several under {@code stages}. */
final class StageReader {
    private static final int MAX_STAGES = 10;
    private static final int MAX_CHAMBERS = 10;
    private static final int MAX_LANES = 10;

    private StageReader() {}

    static List<Stage> stages(Section policy, String name) {
        var several = policy.find("stages");
        if (several.isEmpty()) {
            return List.of(stage(policy, name, true));
        }
        var values = several.get().list();
        if (values.isEmpty() || values.size() > MAX_STAGES) {
            return several.get().bad("One to " + MAX_STAGES + " stages are expected.", "", List.of(Stages.STAND_IN));
        }
        var stages = new ArrayList<Stage>();
        for (var value : values) {
            stages.add(named(value.section(), stages.size() == values.size() - 1));
        }
        Stages.checkGraph(values, stages);
        return stages;
    }

    private static Stage named(Section section, boolean last) {
        var name = section.need("name");
        SectionsReader.checkName(name);
        var stage = stage(section, name.text(), last);
        section.finish();
        return stage;
    }

    private static Stage stage(Section section, String name, boolean last) {
        var chambers = chambers(section);
        var needs = section.find("needs").map(Value::section);
        var approving = (int) chambers.stream().filter(StageReader::approves).count();
        var vetoing = chambers.size() - approving;
        var approvals = needs.flatMap(said -> said.find("approvals"))
                .map(value -> (int) value.integer(0, approving))
                .orElse(approving);
        var vetoes = needs.flatMap(said -> said.find("vetoes"))
                .map(value -> (int) value.integer(1, Math.max(1, vetoing)))
                .orElse(1);
        needs.ifPresent(Section::finish);
        return new Stage(
                name,
                chambers,
                approvals,
                vetoes,
                section.find("early").map(StageReader::early).orElse(List.of()),
                TimingReader.timing(section.need("timing").section(), last),
                way(section, "passes"),
                way(section, "fails"));
    }

    private static Optional<String> way(Section section, String key) {
        return section.find(key).map(Value::text).filter(to -> !to.equals(Stages.DONE));
    }

    private static boolean approves(Chamber chamber) {
        return chamber.stance() == Stance.APPROVES;
    }

    private static List<Chamber> chambers(Section section) {
        var chambers = new ArrayList<Chamber>();
        chambers.add(ChamberReader.main(section));
        section.find("chambers").ifPresent(value -> {
            if (value.list().size() > MAX_CHAMBERS) {
                value.bad("There are more than " + MAX_CHAMBERS + " chambers.", "", "");
            }
            value.list().forEach(said -> chambers.add(ChamberReader.further(said.section())));
        });
        section.find("veto")
                .filter(ChamberReader::isElsewhere)
                .ifPresent(value -> chambers.add(ChamberReader.vetoing(value.section())));
        for (var i = 1; i < chambers.size(); i++) {
            var name = chambers.get(i).name();
            if (chambers.subList(0, i).stream().anyMatch(other -> other.name().equals(name))) {
                section.complaints().error("duplicate-name", section.path(), "Two chambers are called '" + name + "'.");
            }
        }
        return chambers;
    }

    private static List<Early> early(Value value) {
        if (value.list().size() > MAX_LANES) {
            value.bad("There are more than " + MAX_LANES + " early decisions.", "", "");
        }
        return value.list().stream().map(lane -> lane(lane.section())).toList();
    }

    private enum Lane {
        IRREVERSIBLE,
        REACHED
    }

    private static Early lane(Section section) {
        var passes = section.find("passes").map(said -> said.oneOf(Lane.class));
        var fails = section.find("fails").map(said -> said.oneOf(Lane.class));
        if (passes.isPresent() == fails.isPresent()) {
            section.complaints()
                    .error("bad-value", section.path(), "An early decision has either 'passes' or 'fails'.");
        } else if (fails.equals(Optional.of(Lane.REACHED))) {
            section.complaints()
                    .error(
                            "bad-value",
                            Pointer.child(section.path(), "fails"),
                            "Before the deadline a proposal fails only when it cannot pass any more.",
                            "irreversible");
        }
        var after = section.find("after").map(Value::duration).orElse(Duration.ZERO);
        var when = section.find("when").map(ChamberReader::share);
        section.finish();
        return new Early(
                passes.isPresent() ? Outcome.PASSED : Outcome.REJECTED,
                passes.or(() -> fails).equals(Optional.of(Lane.IRREVERSIBLE)),
                after,
                when);
    }
}
