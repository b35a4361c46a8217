// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.Arrays;
import java.util.Set;

/** Looks at how chambers vote: a method that may end in a tie says how it is broken. */
final class CheckMethods {
    /** What methods call the setting. */
    private static final Set<String> TIES = Set.of("tieBreak", "ties");

    private final Scene scene;

    CheckMethods(Scene scene) {
        this.scene = scene;
    }

    void policy(Docket docket) {
        docket.steps().forEach(step -> step.benches().forEach(this::ties));
    }

    // What decides a tie where nothing is said is in the code, where voters do not look.
    private void ties(Bench bench) {
        var call = bench.chamber().ballot();
        Arrays.stream(bench.method().settings().getClass().getRecordComponents())
                .map(component -> component.getName())
                .filter(TIES::contains)
                .filter(name -> !call.settings().containsKey(name))
                .forEach(name -> scene.complaints()
                        .warning(
                                "tie-break-unsaid",
                                call.path(),
                                "Options may be tied, and '" + name + "' does not say which of them goes.",
                                name + ": previous-rounds"));
    }
}
