// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Timing;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/**
 * A policy whose plugins are all there, with the place of every part.
 *
 * @param policy the policy
 * @param path where it stands
 * @param judge the policy, ready to judge
 * @param steps its stages
 */
record Docket(Policy policy, String path, Judge judge, List<Step> steps) {
    /** A stage with the chambers that vote in it. */
    record Step(Stage stage, String path, List<Bench> benches) {
        Step {
            benches = List.copyOf(benches);
        }

        Bench main() {
            return benches.getFirst();
        }

        /** Whether anything may be decided before the deadline, so that time matters and not only its end. */
        boolean watchesTime() {
            return stage.timing().confirm().isPresent() || !stage.early().isEmpty();
        }
    }

    Docket {
        steps = List.copyOf(steps);
    }

    /** Binds a policy; complains of what is missing, and then is nothing. */
    static Optional<Docket> of(Policy policy, String path, Scene scene) {
        var steps = new ArrayList<Step>();
        var whole = policy.deposit().map(Deposit::dispositions).orElse(List.of()).stream()
                        .flatMap(disposition -> disposition.share().stream())
                        .filter(share -> scene.rule(share).isEmpty())
                        .count()
                == 0;
        for (var stage : policy.stages()) {
            var benches = stage.chambers().stream()
                    .map(chamber -> bench(chamber, stage.timing(), scene))
                    .toList();
            var lanes = stage.early().stream()
                    .flatMap(early -> early.when().stream())
                    .filter(when -> scene.rule(when).isEmpty())
                    .count();
            whole &= lanes == 0 && benches.stream().allMatch(Optional::isPresent);
            steps.add(new Step(
                    stage,
                    place(stage.main()),
                    benches.stream().flatMap(Optional::stream).toList()));
        }
        return whole
                ? Optional.of(new Docket(policy, path, Judge.of(policy, scene.plugins()), steps))
                : Optional.empty();
    }

    private static Optional<Bench> bench(Chamber chamber, Timing timing, Scene scene) {
        var method = scene.method(chamber.ballot());
        var clauses = new ArrayList<Clause>();
        for (var named : chamber.rules()) {
            scene.rule(named.rule())
                    .ifPresent(rule -> clauses.add(new Clause(named, rule, CheckGrowth.lasts(rule.growth(), timing))));
        }
        return method.filter(_ -> clauses.size() == chamber.rules().size())
                .map(known -> new Bench(chamber, place(chamber), known, clauses));
    }

    // A chamber's ballot stands in it; that of a veto elsewhere may be left out, and then the veto itself is its place.
    static String place(Chamber chamber) {
        var ballot = chamber.ballot().path();
        return ballot.endsWith("/ballot") ? ballot.substring(0, ballot.length() - "/ballot".length()) : ballot;
    }

    /** The rates at the end of the period, with every trend at its start. */
    Map<String, Fraction> atTheEnd() {
        return rates(Fraction.of(1, 1));
    }

    /** The rates at the opening. */
    Map<String, Fraction> atTheOpening() {
        return rates(Fraction.of(0, 1));
    }

    private Map<String, Fraction> rates(Fraction elapsed) {
        var rates = new HashMap<String, Fraction>();
        policy.trends().values().forEach(trend -> rates.put(trend.name(), trend.start()));
        rates.put(Facts.ELAPSED, elapsed);
        return rates;
    }
}
