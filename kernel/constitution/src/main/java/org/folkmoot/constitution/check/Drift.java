// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.policy.Fraction;

/**
 * A rule that members could meet when it was adopted, and cannot any more, or soon cannot.
 *
 * @param policy the policy that has the rule
 * @param path the place of the rule in the constitution
 * @param state how far it has come
 * @param words why, with the numbers of today
 */
public record Drift(String policy, String path, State state, String words) {
    /** How far a rule has drifted. */
    public enum State {
        /** With a little less of today's roll it cannot be met. */
        NEAR,
        /** It cannot be met today. */
        UNREACHABLE
    }

    private static final Set<String> GONE =
            Set.of("never-passes", "never-vetoes", "empty-chamber", "too-few-sponsors", "nobody-has-the-power");
    private static final String NEAR = "near-unreachable";

    /**
     * What has drifted, in the order of the document. The same constitution and rolls always give the same.
     *
     * @param room the share of a roll that may be missing before a rule is called near
     */
    public static List<Drift> of(Constitution constitution, Plugins plugins, Rolls rolls, Fraction room) {
        var drifts = new ArrayList<Drift>();
        for (var i = 0; i < constitution.policies().size(); i++) {
            var policy = constitution.policies().get(i);
            var path = Pointer.child("/policies", i);
            var scene = new Scene(constitution, plugins, Optional.of(rolls), room);
            new CheckProposing(scene).policy(policy, path);
            Docket.of(policy, path, scene).ifPresent(docket -> new CheckReach(scene).policy(docket));
            scene.complaints()
                    .found()
                    .forEach(found -> state(found)
                            .ifPresent(state ->
                                    drifts.add(new Drift(policy.name(), found.path(), state, found.reason()))));
        }
        return List.copyOf(drifts);
    }

    // Bodies whose roll is not known are looked at as ever; what is found of them is no drift.
    private static Optional<State> state(Complaint found) {
        if (GONE.contains(found.id())) {
            return Optional.of(State.UNREACHABLE);
        }
        return found.id().equals(NEAR) ? Optional.of(State.NEAR) : Optional.empty();
    }
}
