// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.folkmoot.constitution.Clauses;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Dependence;
import org.folkmoot.constitution.Differences;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Protection;
import org.folkmoot.constitution.Protectors;
import org.folkmoot.constitution.Ranking;
import org.folkmoot.constitution.Route;

/**
 * Looks for ways around protected clauses: a policy that is not shown to be as hard as the one that protects a clause,
 * and yet may change something on which that clause or that policy depends.
 *
 * <p>What nobody protects by name is judged by the policies whose clauses depend on it ({@link Protectors}), so a way
 * around begins with a clause that is protected by name. If none of those is easier than what depends on it, no sequence
 * of amendments is: the first of them that matters would have to be judged by a policy at least as hard.
 */
final class CheckEntrenchment {
    private final Constitution constitution;
    private final Complaints complaints;
    private final Dependence dependence;
    private final Ranking ranking;

    CheckEntrenchment(Constitution constitution, Complaints complaints) {
        this.constitution = constitution;
        this.complaints = complaints;
        dependence = Dependence.in(constitution.json());
        ranking = constitution.ranking();
    }

    void all() {
        constitution.protections().forEach(this::references);
        overlaps();
        constitution.protections().forEach(this::bypasses);
        locked();
        easier();
    }

    private void references(Protection protection) {
        var clause = protection.clause();
        if (!dependence.has(clause) && !Differences.ORDER.contains(clause.substring(1))) {
            complaints.error(
                    "unknown-clause",
                    protection.path(),
                    "There is nothing at '" + clause + "'.",
                    Nearest.to(clause, dependence.clauses()));
        }
        if (!dependence.policies().contains(protection.by())) {
            complaints.error(
                    "unknown-policy",
                    Pointer.child(Pointer.parent(protection.path()), "by"),
                    "There is no policy '" + protection.by() + "'.",
                    Nearest.to(protection.by(), dependence.policies()));
        }
    }

    /** Where two policies would both have to judge, nobody could ever change the clause. */
    private void overlaps() {
        var protections = constitution.protections();
        for (var i = 0; i < protections.size(); i++) {
            var one = protections.get(i);
            for (var other : protections.subList(0, i)) {
                if (!one.by().equals(other.by()) && touches(one.clause(), other.clause())) {
                    complaints.error(
                            "protected-overlap",
                            one.path(),
                            "'" + one.clause() + "' is protected by '" + one.by() + "' and, as '" + other.clause()
                                    + "', by '" + other.by() + "', so nobody could change it.");
                }
            }
        }
    }

    private void bypasses(Protection protection) {
        for (var easier : constitution.protections()) {
            if (ranking.atLeast(easier.by(), protection.by()) || touches(easier.clause(), protection.clause())) {
                continue;
            }
            depending(protection).entrySet().stream()
                    .filter(clause -> touches(easier.clause(), clause.getKey()))
                    .findFirst()
                    .ifPresent(clause -> complaints.error(
                            "entrenchment-bypass",
                            easier.path(),
                            "Policy '" + easier.by() + "' may amend '" + clause.getKey() + "', which "
                                    + clause.getValue() + ", and so get around '" + protection.by()
                                    + "', which alone may amend '" + protection.clause()
                                    + "'; it is not shown to be as hard."));
        }
    }

    private Map<String, String> depending(Protection protection) {
        var clauses = dependence.of(protection);
        clauses.put("/protected", "says what is protected");
        return clauses;
    }

    private void locked() {
        var protectors = Protectors.in(constitution);
        var clauses = new TreeSet<String>();
        constitution
                .protections()
                .forEach(protection -> clauses.addAll(dependence.of(protection).keySet()));
        for (var clause : clauses) {
            if (protectors.ofClause(clause) instanceof Protectors.Answer.Nobody(String reason)) {
                complaints.warning("locked-clause", "/protected", "Nobody can amend '" + clause + "'. " + reason);
            }
        }
    }

    private void easier() {
        for (var i = 0; i < constitution.policies().size(); i++) {
            var name = constitution.policies().get(i).name();
            var path = Pointer.child("/policies", i);
            changer(name)
                    .filter(changer -> ranking.atLeast(name, changer) && !ranking.atLeast(changer, name))
                    .ifPresent(changer -> complaints.warning(
                            "easier-to-change",
                            path,
                            "This policy is easier to change than to use: '" + changer + "' may amend it."));
        }
    }

    /** Who may amend a policy. */
    private Optional<String> changer(String policy) {
        var clause = Pointer.child("/" + Clauses.POLICIES, policy);
        return switch (Protectors.in(constitution).ofClause(clause)) {
            case Protectors.Answer.Only(String name) -> Optional.of(name);
            case Protectors.Answer.Nobody _ -> Optional.empty();
            case Protectors.Answer.Free _ ->
                constitution.routing().first(List.of(CheckRouting.amend(List.of(clause))), "")
                                instanceof Route.Judged(Policy judge)
                        ? Optional.of(judge.name())
                        : Optional.empty();
        };
    }

    private static boolean touches(String path, String clause) {
        return Clauses.leadsTo(path, clause) || Clauses.leadsTo(clause, path);
    }
}
