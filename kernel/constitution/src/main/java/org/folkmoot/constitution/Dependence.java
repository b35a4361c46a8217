// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.record.Json;

/**
 * Says on which clauses another one depends: change one of them, and the other may say the same and mean less.
 *
 * <p>A policy is decided by what it says, the bodies it names, and the roles and assets that it or they name. What a
 * policy judges also depends on what the policies before it take away from it, and on those that the stated order calls
 * stricter. Names are found in every text, alone or in quotes, and in every name, so that no word of a policy is overlooked.
 */
public final class Dependence {
    private static final String STRICTEST = "/strictest";

    private final Map<String, Object> tree;
    private final Ranking ranking;

    private Dependence(Map<String, Object> tree, Ranking ranking) {
        this.tree = tree;
        this.ranking = ranking;
    }

    public static Dependence in(Json.Obj constitution) {
        var strictest = constitution.get("strictest").map(Json::plain).orElse(List.of());
        var order = strictest instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.<String>of();
        return new Dependence(Clauses.of(constitution), Ranking.of(order, constitution));
    }

    /** The clauses on which a protection depends, each with the reason; the protected clause is the first. */
    public Map<String, String> of(Protection protection) {
        var found = new LinkedHashMap<String, String>();
        var steps = Clauses.steps(protection.clause()).orElse(List.of());
        found.put(protection.clause(), "is protected");
        if (steps.size() > 1) {
            switch (steps.getFirst()) {
                case Clauses.POLICIES -> judging(steps.get(1), found);
                case "bodies" -> named(protection.clause(), "'" + steps.get(1) + "'", found);
                default -> {} // other clauses stand for themselves
            }
        } else if (protection.clause().equals("/" + Clauses.POLICIES)) {
            policies().forEach(policy -> decides(policy, found));
        }
        decides(protection.by(), found);
        // Which of two policies is stricter is asked wherever two protect something.
        found.putIfAbsent(STRICTEST, "says how strict '" + protection.by() + "' is");
        return found;
    }

    /** The policies before another one. */
    public List<String> before(String policy) {
        var all = policies();
        return all.subList(0, Math.max(0, all.indexOf(policy)));
    }

    public List<String> policies() {
        return tree.get(Clauses.POLICIES) instanceof Map<?, ?> map
                ? map.keySet().stream().map(Object::toString).toList()
                : List.of();
    }

    /** Every section, and every member of those whose members are clauses of their own. */
    public List<String> clauses() {
        return tree.entrySet().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of("/" + section.getKey()),
                        Clauses.NAMED.contains(section.getKey()) && section.getValue() instanceof Map<?, ?> members
                                ? members.keySet().stream()
                                        .map(name -> Pointer.child("/" + section.getKey(), name.toString()))
                                : Stream.of()))
                .toList();
    }

    public boolean has(String clause) {
        return Clauses.steps(clause).flatMap(steps -> Clauses.at(tree, steps)).isPresent();
    }

    private void judging(String policy, Map<String, String> found) {
        decides(policy, found);
        for (var earlier : before(policy)) {
            var applies = "/policies/" + earlier + "/applies";
            found.putIfAbsent(applies, "stands before '" + policy + "'");
            mentioned(applies, "assets").forEach(asset -> found.putIfAbsent(asset, "limits '" + earlier + "'"));
        }
        ranking.above(policy).forEach(stricter -> decides(stricter, found));
    }

    private void decides(String policy, Map<String, String> found) {
        var clause = Pointer.child("/" + Clauses.POLICIES, policy);
        found.putIfAbsent(clause, "is '" + policy + "'");
        var subject = "'" + policy + "'";
        named(clause, subject, found);
        mentioned(clause, "bodies").forEach(body -> {
            found.putIfAbsent(body, "decides " + subject);
            named(body, subject, found);
        });
    }

    private void named(String clause, String subject, Map<String, String> found) {
        Stream.of("roles", "assets")
                .flatMap(section -> mentioned(clause, section))
                .forEach(name -> found.putIfAbsent(name, "decides " + subject));
    }

    /** The members of a section that a clause names. */
    private Stream<String> mentioned(String clause, String section) {
        var value = Clauses.steps(clause).flatMap(steps -> Clauses.at(tree, steps));
        var names = Optional.ofNullable(tree.get(section)).orElse(Map.of());
        return names instanceof Map<?, ?> known
                ? known.keySet().stream()
                        .map(Object::toString)
                        .filter(name ->
                                value.filter(said -> mentions(said, name)).isPresent())
                        .map(name -> Pointer.child("/" + section, name))
                : Stream.of();
    }

    private static boolean mentions(Object value, String name) {
        return switch (value) {
            case Map<?, ?> map ->
                map.containsKey(name) || map.values().stream().anyMatch(inner -> mentions(inner, name));
            case List<?> list -> list.stream().anyMatch(inner -> mentions(inner, name));
            case String text ->
                text.equals(name) || text.contains("'" + name + "'") || text.contains("\"" + name + "\"");
            default -> false;
        };
    }
}
