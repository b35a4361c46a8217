// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares an answer with the expected one and puts it into the same shape.
 *
 * <p>Numbers are the same however they are written: {@code 3}, {@code "3.0000"} and {@code "6/2"}. Where a check names a
 * tolerance, numbers that are not whole may differ by it. Lists whose order says nothing are compared as sets.
 */
final class Agreement {
    /** Lists without an order, at whatever depth. In a ranking only those within a tier have none. */
    private static final Set<String> SETS = Set.of(
            "smithSet",
            "dropped",
            "notCounted",
            "selected",
            "withoutCompletion",
            "tie",
            "committees",
            "winners",
            "electedSetPublished");

    private static final Set<String> ORDERED_WINNERS = Set.of(
            "irv",
            "stv-wigm",
            "sequential-irv",
            "bottoms-up",
            "bottoms-up-threshold",
            "star",
            "bloc-star",
            "star-bloc",
            "rrv");
    /** What is left out where it did not happen. */
    private static final Set<String> NOTHING = Set.of("tie", "error", "rounds");

    private static final Set<String> FIELDS = Set.of(
            "round",
            "stage",
            "action",
            "votes",
            "tally",
            "threshold",
            "exhausted",
            "eliminated",
            "elected",
            "transfers",
            "vote",
            "for",
            "against",
            "passes",
            "inactiveBallots",
            "scores",
            "runoff",
            "winner");

    private final boolean ordered;
    private final Tolerance tolerance;
    private final List<String> differences = new ArrayList<>();

    private Agreement(boolean ordered, Tolerance tolerance) {
        this.ordered = ordered;
        this.tolerance = tolerance;
    }

    /**
     * What came of a comparison.
     *
     * @param got the answer in the shape of the expected one
     * @param differences where they differ; empty if they agree
     */
    record Compared(JsonNode got, List<String> differences) {}

    static Compared of(ObjectNode values, TallyCheck check) {
        var agreement = new Agreement(
                ORDERED_WINNERS.contains(check.method()),
                Tolerance.of(check.asked().path("tolerance")));
        if (!check.expected().isObject()) {
            return new Compared(values, List.of("There is no expected answer."));
        }
        var shaped = JsonNodeFactory.instance.objectNode();
        for (var part : check.expected().properties()) {
            if (part.getKey().equals("winner") && values.has("winners")) {
                values.set("winner", only(values.get("winners")));
            }
            if (!values.has(part.getKey())) {
                if (NOTHING.contains(part.getKey()) && isNothing(part.getValue())) {
                    shaped.set(part.getKey(), part.getValue());
                    continue;
                }
                throw new NotSupported(
                        "The expected answer says '" + part.getKey() + "', which is not worked out here.");
            }
            shaped.set(
                    part.getKey(),
                    agreement.part(part.getKey(), part.getKey(), values.get(part.getKey()), part.getValue()));
        }
        return new Compared(shaped, agreement.differences);
    }

    /** Who alone won; nobody is null, and several stay several. */
    private static JsonNode only(JsonNode winners) {
        return winners.isEmpty() ? NullNode.getInstance() : winners.size() == 1 ? winners.get(0) : winners;
    }

    /** Whether this says of something that it did not happen. */
    private static boolean isNothing(JsonNode expected) {
        return expected.isNull() || expected.isArray() && expected.isEmpty();
    }

    private JsonNode part(String name, String path, JsonNode got, JsonNode expected) {
        if (got.isObject() && expected.isObject()) {
            return objects(path, (ObjectNode) got, (ObjectNode) expected);
        }
        if (got.isArray() && expected.isArray()) {
            var set = SETS.contains(name) && !(name.equals("winners") && ordered);
            return set ? sets(name, path, (ArrayNode) got, (ArrayNode) expected) : lists(name, path, got, expected);
        }
        if (got.isTextual() && expected.isArray() && expected.size() == 1) {
            return JsonNodeFactory.instance.arrayNode().add(part(name, path, got, expected.get(0)));
        }
        if (tolerance.same(got, expected)) {
            return Numbers.inNotationOf(got, expected);
        }
        differences.add(path + " is " + shown(got) + ", expected " + shown(expected));
        return got;
    }

    private ObjectNode objects(String path, ObjectNode got, ObjectNode expected) {
        var shaped = JsonNodeFactory.instance.objectNode();
        for (var part : expected.properties()) {
            var key = path + "." + part.getKey();
            if (got.has(part.getKey())) {
                shaped.set(part.getKey(), part(part.getKey(), key, got.get(part.getKey()), part.getValue()));
            } else if (FIELDS.contains(part.getKey()) && isNothing(part.getValue())) {
                shaped.set(part.getKey(), part.getValue());
            } else {
                differences.add(key + " is missing, expected " + shown(part.getValue()));
            }
        }
        // Details that were not published, such as who was elected in a stage, are left out; a name too many is not.
        for (var part : got.properties()) {
            if (!expected.has(part.getKey()) && isNamed(got, expected)) {
                shaped.set(part.getKey(), part.getValue());
                differences.add(path + "." + part.getKey() + " is " + shown(part.getValue()) + ", expected nothing");
            }
        }
        return shaped;
    }

    /** Whether the members are named by candidates or voters, all with values of one kind, and not by fields. */
    private static boolean isNamed(ObjectNode got, ObjectNode expected) {
        return got.properties().stream().noneMatch(part -> FIELDS.contains(part.getKey()))
                && expected.properties().stream().noneMatch(part -> FIELDS.contains(part.getKey()));
    }

    private ArrayNode lists(String name, String path, JsonNode got, JsonNode expected) {
        var shaped = JsonNodeFactory.instance.arrayNode();
        for (var place = 0; place < got.size(); place++) {
            var here = path + "[" + place + "]";
            if (place >= expected.size()) {
                shaped.add(got.get(place));
                differences.add(here + " is " + shown(got.get(place)) + ", expected no more");
            } else if (name.equals("ranking")
                    && got.get(place).isArray()
                    && expected.get(place).isArray()) {
                shaped.add(sets(name, here, (ArrayNode) got.get(place), (ArrayNode) expected.get(place)));
            } else {
                shaped.add(part(name, here, got.get(place), expected.get(place)));
            }
        }
        for (var place = got.size(); place < expected.size(); place++) {
            differences.add(path + "[" + place + "] is missing, expected " + shown(expected.get(place)));
        }
        return shaped;
    }

    private ArrayNode sets(String name, String path, ArrayNode got, ArrayNode expected) {
        var left = new ArrayList<JsonNode>();
        got.forEach(left::add);
        var shaped = JsonNodeFactory.instance.arrayNode();
        for (var wanted : expected) {
            var found = left.stream().filter(one -> matches(name, one, wanted)).findFirst();
            if (found.isPresent()) {
                left.remove(found.get());
                shaped.add(wanted);
            } else {
                differences.add(path + " lacks " + shown(wanted));
            }
        }
        left.forEach(one -> {
            shaped.add(one);
            differences.add(path + " has " + shown(one) + ", which is not expected");
        });
        return shaped;
    }

    private boolean matches(String name, JsonNode got, JsonNode wanted) {
        if (got.isArray() && wanted.isArray()) {
            var inner = new Agreement(ordered, tolerance);
            inner.sets(name, "", (ArrayNode) got, (ArrayNode) wanted);
            return inner.differences.isEmpty();
        }
        return tolerance.same(got, wanted);
    }

    private static String shown(JsonNode node) {
        var text = node.isTextual() ? node.asText() : node.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
