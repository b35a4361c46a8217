// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.constitution.Clauses;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Dependence;
import org.folkmoot.constitution.Differences;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Protection;
import org.folkmoot.constitution.Protectors;
import org.folkmoot.constitution.Route;
import org.folkmoot.constitution.Spot;
import org.folkmoot.record.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some members who can pass the weaker policies try every short sequence of amendments: where the check finds no way
 * around a protected clause, they find none.
 */
class EntrenchmentSearchTest {
    private static final int DEPTH = 3;
    private static final int WIDTH = 8;

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 10).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereTheCheckFindsNoWayThereIsNone(long seed) {
        var random = new Random(seed);
        var rules = sound(random);

        assertThat(search(rules, random, true)).isEmpty();
    }

    /** The check is not silent for want of ways: without it some are found, in constitutions that it refuses. */
    @Test
    void whereTheCheckFindsAWayThereAreSome() {
        var found = 0;
        for (var seed = 1; seed <= 60 && found < 3; seed++) {
            var random = new Random(seed);
            var rules = SmallRules.random(random);
            if (!isSound(rules) && search(rules, random, false).isPresent()) {
                found++;
            }
        }

        assertThat(found).isEqualTo(3);
    }

    private static Constitution sound(Random random) {
        while (true) {
            var rules = SmallRules.random(random);
            if (isSound(rules) && rules.protections().stream().anyMatch(one -> !passes(rules, one.by()))) {
                return rules;
            }
        }
    }

    private static boolean isSound(Constitution rules) {
        var complaints = new Complaints(_ -> Spot.START);
        new CheckEntrenchment(rules, complaints).all();
        new CheckOrder(rules, complaints).all();
        return complaints.found().stream().noneMatch(Complaint::isError);
    }

    /** A constitution in which a clause is changed that only a policy too hard for those who changed it protects. */
    private static Optional<Json.Obj> search(Constitution start, Random random, boolean checked) {
        var hard = start.protections().stream()
                .filter(protection -> !passes(start, protection.by()))
                .toList();
        var states = List.of(start);
        for (var depth = 0; depth < DEPTH; depth++) {
            var next = new ArrayList<Constitution>();
            for (var state : states) {
                for (var candidate : SmallRules.changes(state.json(), random)) {
                    var matters = hard.stream().anyMatch(one -> isChanged(one, start.json(), candidate));
                    if (!matters && next.size() >= WIDTH || !passes(state, candidate)) {
                        continue;
                    }
                    var reached = read(candidate).filter(rules -> !checked || isSound(rules));
                    if (matters && reached.isPresent()) {
                        return Optional.of(candidate);
                    }
                    reached.ifPresent(next::add);
                }
            }
            states = next;
        }
        return Optional.empty();
    }

    private static Optional<Constitution> read(Json.Obj document) {
        try {
            return Optional.of(Constitution.of(document));
        } catch (ConstitutionRefused _) {
            return Optional.empty();
        }
    }

    private static boolean isChanged(Protection protection, Json.Obj start, Json.Obj end) {
        var steps = Clauses.steps(protection.clause()).orElseThrow();
        if (!Clauses.at(Clauses.of(start), steps).equals(Clauses.at(Clauses.of(end), steps))) {
            return true;
        }
        // A policy that is put in front takes away what a protected policy judges.
        return steps.getFirst().equals(Clauses.POLICIES)
                && !Dependence.in(start)
                        .before(steps.getLast())
                        .containsAll(Dependence.in(end).before(steps.getLast()));
    }

    /** Whether those who try can pass an amendment. */
    private static boolean passes(Constitution state, Json.Obj next) {
        return switch (Protectors.in(state).of(next)) {
            case Protectors.Answer.Nobody _ -> false;
            case Protectors.Answer.Only(String policy) -> passes(state, policy);
            case Protectors.Answer.Free _ -> {
                var clauses = Differences.between(state.json(), next).stream()
                        .map(difference -> Clauses.clause(difference.path()))
                        .distinct()
                        .toList();
                yield !clauses.isEmpty()
                        && state.routing().first(List.of(CheckRouting.amend(clauses)), "")
                                instanceof Route.Judged(Policy judge)
                        && passes(state, judge.name());
            }
        };
    }

    /** Those who try are the founders, and half of all. */
    private static boolean passes(Constitution state, String policy) {
        return state.policy(policy)
                .filter(rules ->
                        state.body(rules.body()).orElseThrow().who().source().equals("member.founder")
                                || !"3/4"
                                        .equals(rules.approval()
                                                .orElseThrow()
                                                .settings()
                                                .get("atLeast")))
                .isPresent();
    }
}
