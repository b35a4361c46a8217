// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Changes;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Trustees;

/** Looks at sealed ballots: whether somebody can open them, and whether anything asks what they say before that. */
final class CheckSealing {
    private final Constitution constitution;
    private final Complaints complaints;
    private boolean used;

    CheckSealing(Scene scene) {
        this.constitution = scene.constitution();
        this.complaints = scene.complaints();
    }

    void policy(Policy policy) {
        for (var stage : policy.stages()) {
            for (var chamber : stage.chambers()) {
                if (chamber.sealed()) {
                    used = true;
                    chamber(policy, stage, chamber, Docket.place(chamber) + "/ballot/secrecy");
                }
            }
        }
    }

    private void chamber(Policy policy, Stage stage, Chamber chamber, String path) {
        if (constitution.trustees().isEmpty()) {
            complaints.error("no-trustees", path, "Nobody can open sealed ballots: 'trustees' is missing.");
        } else if (constitution.trustees().flatMap(Trustees::key).isEmpty()) {
            complaints.error(
                    "no-trustees",
                    path,
                    "Nobody can seal ballots: the trustees have made no key yet, and 'certificate' is missing.");
        }
        new CheckSealedTiming(complaints, path).stage(policy, stage);
        if (chamber.officers().isPresent()) {
            complaints.error(
                    "sealed-officers", path, "Officers who enter ballots on paper read them before the close.");
        }
        if (!chamber.reasons().isEmpty()) {
            complaints.error("sealed-reasons", path, "A reason tells what was chosen before the close.");
        }
        stage.chambers().stream()
                .map(Chamber::body)
                .distinct()
                .filter(this::changes)
                .forEach(body -> complaints.error(
                        "sealed-recount",
                        path,
                        "The roll of '" + body
                                + "' is looked at again at the close, when the ballots are not open yet.",
                        "changes: ignore"));
    }

    private boolean changes(String body) {
        return constitution
                .body(body)
                .map(Body::changes)
                .filter(changes -> changes != Changes.IGNORE)
                .isPresent();
    }

    /** What may surprise about trustees whom some policy asks. */
    void trustees() {
        constitution.trustees().filter(_ -> used).ifPresent(this::quorum);
    }

    private void quorum(Trustees trustees) {
        var path = "/trustees/quorum";
        int of = trustees.of().size();
        int quorum = trustees.quorum();
        if (quorum == 1) {
            complaints.warning("trustee-alone", path, "Each trustee alone can read every ballot before the close.");
        } else if (2 * quorum <= of) {
            complaints.warning(
                    "trustees-few",
                    path,
                    quorum + " of " + of + " trustees are no majority, and can read every ballot before the close.");
        }
        if (quorum == of) {
            complaints.warning(
                    "trustees-all", path, "When one trustee loses the key, sealed ballots are never opened.");
        }
    }
}
