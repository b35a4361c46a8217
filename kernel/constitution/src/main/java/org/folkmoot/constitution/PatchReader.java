// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Json;

/** Reads the patch of an amendment. */
final class PatchReader {
    private static final int MAX_PATH = 500;
    private static final List<String> OPERATIONS = List.of("add", "replace", "remove", "move");

    private PatchReader() {}

    /** The patch, unless something is wrong with it that was complained of. */
    static Optional<Patch> read(Value value) {
        var listed = value.list();
        if (value.isList() && (listed.isEmpty() || listed.size() > Patch.MAX_STEPS)) {
            return value.bad("A patch has 1 to " + Patch.MAX_STEPS + " steps.", "", Optional.empty());
        }
        var steps = new ArrayList<Patch.Step>();
        for (var step : listed) {
            step(step.section()).ifPresent(steps::add);
        }
        return steps.isEmpty() || steps.size() < listed.size() ? Optional.empty() : Optional.of(new Patch(steps));
    }

    private static Optional<Patch.Step> step(Section section) {
        var op = section.need("op");
        var path = path(section.need("path"));
        Optional<Patch.Step> step = switch (op.text()) {
            case "add" -> {
                var value = value(section);
                var before = before(section, path);
                yield path.flatMap(steps -> value.map(said -> new Patch.Step.Add(steps, said, before)));
            }
            case "replace" -> {
                var value = value(section);
                yield path.flatMap(steps -> value.map(said -> new Patch.Step.Replace(steps, said)));
            }
            case "remove" -> path.map(Patch.Step.Remove::new);
            case "move" -> {
                var before = before(section, path);
                yield path.filter(PatchReader::isPolicy).map(steps -> new Patch.Step.Move(steps, before));
            }
            default -> {
                section.rest();
                yield op.isText()
                        ? op.bad(
                                "'" + op.text() + "' is not one of " + String.join(", ", OPERATIONS) + ".",
                                Nearest.to(op.text(), OPERATIONS),
                                Optional.empty())
                        : Optional.empty();
            }
        };
        if (op.text().equals("move") && path.filter(PatchReader::isPolicy).isEmpty()) {
            section.need("path").bad("Only policies stand in an order.", "", "");
        }
        section.finish();
        return step;
    }

    private static Optional<Json> value(Section section) {
        section.need("value");
        return section.find("value").map(said -> Json.of(said.data()));
    }

    private static Optional<String> before(Section section, Optional<List<String>> path) {
        var before = section.find("before");
        before.filter(_ -> path.filter(PatchReader::isPolicy).isEmpty())
                .ifPresent(value -> value.bad("Only policies stand in an order.", "", ""));
        return before.map(Value::text);
    }

    private static boolean isPolicy(List<String> path) {
        return path.size() == 2 && path.getFirst().equals(Clauses.POLICIES);
    }

    private static Optional<List<String>> path(Value value) {
        var path = value.words(MAX_PATH);
        var steps = Clauses.steps(path).filter(names -> names.size() <= Document.MAX_DEPTH);
        if (steps.isEmpty() && value.isText() && !path.isEmpty()) {
            return value.bad(
                    "'" + path + "' is not the path of a clause, such as /policies/spend/quorum.",
                    "",
                    Optional.empty());
        }
        return steps;
    }
}
