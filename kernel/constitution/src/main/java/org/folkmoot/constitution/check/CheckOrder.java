// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Ranking;

/** Looks at the order of policies: whether it names policies, and whether what they say contradicts it. */
final class CheckOrder {
    private static final String PATH = "/strictest";

    private final Constitution constitution;
    private final Complaints complaints;

    CheckOrder(Constitution constitution, Complaints complaints) {
        this.constitution = constitution;
        this.complaints = complaints;
    }

    void all() {
        var order = constitution.strictest();
        var known = constitution.policies().stream().map(Policy::name).toList();
        var ranking = Ranking.of(order, constitution.json());
        for (var i = 0; i < order.size(); i++) {
            var name = order.get(i);
            if (!known.contains(name)) {
                complaints.error(
                        "unknown-policy",
                        Pointer.child(PATH, i),
                        "There is no policy '" + name + "'.",
                        Nearest.to(name, known));
            }
            for (var above : order.subList(0, i)) {
                if (ranking.isShown(name, above) && !ranking.isShown(above, name)) {
                    complaints.warning(
                            "order-reversed",
                            Pointer.child(PATH, i),
                            "Policy '" + name + "' is stricter than '" + above + "' before it, by what the two say.");
                }
            }
        }
    }
}
