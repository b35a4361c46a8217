// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends an amendment of protected clauses to the policy that protects them, whatever else would judge it. */
final class ProtectedRouting {
    private final Constitution constitution;

    ProtectedRouting(Constitution constitution) {
        this.constitution = constitution;
    }

    Route of(List<Action> actions) {
        var only = new HashMap<Map<String, Object>, Policy>();
        for (var action : actions) {
            if (action instanceof Action.Amend amend) {
                switch (protectors(amend)) {
                    case Protectors.Answer.Free _ -> {}
                    case Protectors.Answer.Nobody(String reason) -> {
                        return new Route.NoPolicy(reason);
                    }
                    case Protectors.Answer.Only(String name) -> {
                        var policy = constitution.policy(name);
                        if (policy.isEmpty()) {
                            return new Route.NoPolicy(
                                    "There is no policy '" + name + "', which alone may change this.");
                        }
                        only.put(amend.facts(), policy.get());
                    }
                }
            }
        }
        return constitution.routing().of(actions.stream().map(Action::facts).toList(), only);
    }

    // Who may change what is known of this constitution alone.
    private Protectors.Answer protectors(Action.Amend amend) {
        return amend.base().equals(constitution.hash())
                ? Protectors.in(constitution).of(amend.constitution().json())
                : new Protectors.Answer.Nobody("The amendment is to another constitution, " + amend.base() + ".");
    }
}
