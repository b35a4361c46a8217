// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Changes;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;

/** Looks at bodies that are looked at again at the close: whether anything asks before it who will be left. */
final class CheckTurnover {
    private final Constitution constitution;
    private final Complaints complaints;

    CheckTurnover(Scene scene) {
        this.constitution = scene.constitution();
        this.complaints = scene.complaints();
    }

    void policy(Policy policy) {
        policy.stages().stream().filter(stage -> !stage.decidesAtClose()).forEach(this::stage);
    }

    private void stage(Stage stage) {
        for (var chamber : stage.chambers()) {
            if (constitution
                    .body(chamber.body())
                    .map(Body::changes)
                    .filter(Changes.RECOUNT::equals)
                    .isPresent()) {
                complaints.error(
                        "recount-moves",
                        Pointer.child(Docket.place(chamber), "body"),
                        "Who of '" + chamber.body()
                                + "' is left is known at the close and not before it, and a close that may move or a decision"
                                + " before it asks sooner.",
                        "changes: abort");
            }
        }
    }
}
