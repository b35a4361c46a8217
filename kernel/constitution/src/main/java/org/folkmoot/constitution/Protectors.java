// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.record.Json;

/**
 * Says which policy must judge an amendment because of the protected clauses that it touches.
 *
 * <p>Whoever protects the very clause that changes, judges. Where nobody protects it by name but a protected clause
 * depends on it, the policy that protects that one judges, and of several the strictest. All is asked of the
 * constitution in force; where two policies would both have to judge, nobody may.
 */
public final class Protectors {
    private static final String ORDER = "/" + Clauses.POLICIES;
    private static final String PROTECTED = "/protected";

    /** Who must judge. */
    public sealed interface Answer {
        /** Nobody in particular. */
        record Free() implements Answer {}

        /** The policy with this name. */
        record Only(String policy) implements Answer {}

        /** Nobody may. */
        record Nobody(String reason) implements Answer {}
    }

    private final List<Protection> protections;
    private final Ranking ranking;
    private final Json.Obj base;
    private final Dependence before;

    private Protectors(Constitution base) {
        protections = base.protections();
        ranking = base.ranking();
        this.base = base.json();
        before = Dependence.in(this.base);
    }

    public static Protectors in(Constitution base) {
        return new Protectors(base);
    }

    /** Says who must judge a change of the constitution to another one. */
    public Answer of(Json.Obj next) {
        if (protections.isEmpty()) {
            return new Answer.Free();
        }
        var differences = Differences.between(base, next);
        var changed = differences.stream()
                .filter(difference -> difference.kind() != Difference.Kind.MOVED)
                .map(Difference::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return of(changed, Dependence.in(next), removed(next));
    }

    /** Says who must judge a change of one clause. */
    public Answer ofClause(String clause) {
        return of(Set.of(clause), before, List.of());
    }

    private Answer of(Collection<String> changed, Dependence after, List<Protection> removed) {
        var named = new LinkedHashSet<String>();
        var depending = new LinkedHashSet<String>();
        for (var path : changed) {
            var own = protections.stream()
                    .filter(protection -> touches(path, protection.clause()))
                    .map(Protection::by)
                    .toList();
            named.addAll(own);
            if (own.isEmpty()) {
                protections.stream()
                        .filter(protection -> depends(protection, path, after))
                        .forEach(protection -> depending.add(protection.by()));
            }
        }
        if (named(PROTECTED).isEmpty()) {
            removed.forEach(protection -> depending.add(protection.by()));
        }
        if (isReordered(after)) {
            var order = named(ORDER);
            named.addAll(order);
            if (order.isEmpty()) {
                protections.stream()
                        .filter(protection -> isOvertaken(protection, after))
                        .forEach(protection -> depending.add(protection.by()));
            }
        }
        return answer(named, depending);
    }

    private Answer answer(Set<String> named, Set<String> depending) {
        if (named.size() > 1) {
            return new Answer.Nobody("The amendment changes clauses that " + words(named)
                    + " protect, each of which alone may change its own; propose the changes one by one.");
        }
        var candidates = named.isEmpty() ? depending : named;
        if (candidates.isEmpty()) {
            return new Answer.Free();
        }
        return candidates.stream()
                .filter(policy -> depending.stream().allMatch(other -> ranking.atLeast(policy, other)))
                .findFirst()
                .<Answer>map(Answer.Only::new)
                .orElseGet(() -> {
                    var all = new LinkedHashSet<>(named);
                    all.addAll(depending);
                    return new Answer.Nobody("What the amendment changes is protected by " + words(all)
                            + ", and which of them is stricter cannot be shown; state their order under 'strictest'.");
                });
    }

    private boolean depends(Protection protection, String path, Dependence after) {
        var clauses = new HashSet<>(before.of(protection).keySet());
        clauses.addAll(after.of(protection).keySet());
        return clauses.stream().anyMatch(clause -> touches(path, clause));
    }

    private List<String> named(String clause) {
        return protections.stream()
                .filter(protection -> protection.clause().equals(clause))
                .map(Protection::by)
                .toList();
    }

    // What is entrenched by a word of the policy itself is part of the policy.
    private List<Protection> removed(Json.Obj next) {
        var kept = next.get("protected").orElse(new Json.Arr(List.of())) instanceof Json.Arr(List<Json> items)
                ? Set.copyOf(items)
                : Set.<Json>of();
        return protections.stream()
                .filter(protection -> Clauses.leadsTo(PROTECTED, protection.path()))
                .filter(protection ->
                        !kept.contains(Json.object(Map.of("clause", protection.clause(), "by", protection.by()))))
                .toList();
    }

    private boolean isReordered(Dependence after) {
        var was = before.policies().stream().filter(after.policies()::contains).toList();
        var is = after.policies();
        return !is.subList(0, Math.min(is.size(), was.size())).equals(was);
    }

    /** Whether another policy stands before a protected one than did. */
    private boolean isOvertaken(Protection protection, Dependence after) {
        var steps = Clauses.steps(protection.clause()).orElse(List.of());
        return steps.size() > 1
                && steps.getFirst().equals(Clauses.POLICIES)
                && after.policies().contains(steps.get(1))
                && !new HashSet<>(before.before(steps.get(1))).equals(new HashSet<>(after.before(steps.get(1))));
    }

    private static boolean touches(String path, String clause) {
        return Clauses.leadsTo(path, clause) || Clauses.leadsTo(clause, path);
    }

    static String words(Collection<String> policies) {
        return policies.stream().map(policy -> "'" + policy + "'").collect(Collectors.joining(" and "));
    }
}
