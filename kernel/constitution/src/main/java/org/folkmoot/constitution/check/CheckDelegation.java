// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.Set;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Delegating;

/** Looks at who votes for others: followers vote for or against, and a method that asks for something else has no majority. */
final class CheckDelegation {
    private static final Set<String> SIDES = Set.of("for", "against");

    private final Scene scene;

    CheckDelegation(Scene scene) {
        this.scene = scene;
    }

    void policy(Docket docket) {
        docket.steps().forEach(step -> step.benches().forEach(this::following));
    }

    private void following(Bench bench) {
        var follows = scene.constitution()
                .body(bench.chamber().body())
                .flatMap(Body::delegation)
                .filter(said -> said.model() == Delegating.Model.FOLLOWING)
                .isPresent();
        if (follows && !bench.method().counts().containsAll(SIDES)) {
            scene.complaints()
                    .error(
                            "following-and-method",
                            bench.chamber().ballot().path(),
                            "Whoever follows in '" + bench.chamber().body()
                                    + "' votes for or against, and this method asks for something else.",
                            "method: for-against-abstain");
        }
    }
}
