// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a constitution may say and the services of this suite do not run yet.
 *
 * <p>A rule that nobody runs is worse than none, because its community believes in it. So the services refuse it when it is
 * to come into force, when a proposal would be judged by it and when a poll would be held by it.
 */
public final class Unsupported {
    private record Key(String path, String what) {}

    private final List<Key> found = new ArrayList<>();

    private Unsupported() {}

    /** Everything in a constitution that is not run, with its place; empty if all of it is. */
    public static List<Complaint> of(Constitution constitution) {
        var complaints = constitution.complaints();
        var plugins = Plugins.installed();
        for (var i = 0; i < constitution.policies().size(); i++) {
            var policy = new Unsupported();
            var at = Pointer.child("/policies", i);
            policy.look(constitution.policies().get(i), at);
            policy.measures(constitution, constitution.policies().get(i), plugins);
            policy.turnover(constitution, constitution.policies().get(i), at);
            policy.found.forEach(key -> complaints.error("not-run", key.path, key.what));
        }
        return complaints.found();
    }

    /** What of a policy is not run, each as a sentence that names the key; empty if all of it is. */
    public static List<String> of(Policy policy) {
        var unsupported = new Unsupported();
        unsupported.look(policy, "");
        return unsupported.found.stream()
                .map(key -> key.path.substring(1) + ": " + key.what)
                .toList();
    }

    /** Gives a constitution back of which everything is run, or throws {@link ConstitutionRefused}. */
    public static Constitution refuse(Constitution constitution) {
        var complaints = of(constitution);
        if (!complaints.isEmpty()) {
            throw new ConstitutionRefused(complaints);
        }
        return constitution;
    }

    private void look(Policy policy, String path) {
        proposing(policy.proposing(), Pointer.child(path, "propose"));
        policy.deposit().ifPresent(deposit -> dispositions(deposit, Pointer.child(path, "deposit")));
    }

    /** The services know the ballots when a proposal ends, and no rate of the poll. */
    private void dispositions(Deposit deposit, String path) {
        for (var i = 0; i < deposit.dispositions().size(); i++) {
            var moves = deposit.dispositions().get(i).share().stream()
                    .flatMap(share -> share.settings().values().stream())
                    .anyMatch(Map.class::isInstance);
            if (moves) {
                add(Pointer.child(Pointer.child(path, "dispositions"), i), "share", "A disposition with a curve is");
            }
        }
    }

    private void turnover(Constitution constitution, Policy policy, String path) {
        for (var stage : policy.stages()) {
            for (var chamber : stage.chambers()) {
                var body = constitution.body(chamber.body());
                if (!policy.trends().isEmpty() && body.stream().anyMatch(Unsupported::recounts)) {
                    add(path, "trends", "A trend that remembers a recount of '" + chamber.body() + "' is");
                }
            }
        }
    }

    /** Plugins of third parties are not looked at here: their polls say what is missing. */
    private void measures(Constitution constitution, Policy policy, Plugins plugins) {
        for (var stage : policy.stages()) {
            for (var chamber : stage.chambers()) {
                constitution.body(chamber.body()).ifPresent(body -> measures(chamber, body, plugins));
            }
        }
    }

    private void measures(Chamber chamber, Body body, Plugins plugins) {
        try {
            var electorate = ElectorateRule.of(body, Duration.ZERO, Instant.EPOCH, plugins);
            for (var name : Measures.missing(chamber, electorate, plugins)) {
                found.add(new Key(chamber.ballot().path(), Measures.sentence(name)));
            }
        } catch (ConstitutionRefused _) {
            return;
        }
    }

    private static boolean recounts(Body body) {
        return body.changes() == Changes.RECOUNT;
    }

    private void proposing(Proposing proposing, String path) {
        if (proposing.sponsors().flatMap(Proposing.Sponsors::deposit).isPresent()) {
            add(Pointer.child(path, "sponsors"), "deposit", "A deposit of sponsors is");
        }
    }

    private void add(String path, String key, String what) {
        found.add(new Key(Pointer.child(path, key), what + " not run by this suite yet."));
    }
}
