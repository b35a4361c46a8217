// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Late.Trigger;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;

/**
 * Looks at what a stage asks before its close, which sealed ballots do not answer. Who has voted is known; but a trustee believes
 * no service, and finds by the own clock alone that a poll is over, so its close may not depend on anything that is counted.
 *
 * @param path where the stage says that ballots are sealed
 */
record CheckSealedTiming(Complaints complaints, String path) {
    void stage(Policy policy, Stage stage) {
        var timing = stage.timing();
        if (!stage.early().isEmpty()) {
            moves("Nobody knows before the close what sealed ballots say, so they decide nothing early.");
        }
        timing.late().ifPresent(late -> moves(late(late.trigger())));
        timing.confirm()
                .ifPresent(_ -> moves("Whether a result holds for a while nobody sees while ballots are sealed."));
        timing.coolOff()
                .ifPresent(_ ->
                        moves("Whether it would pass, so that it cools off, nobody sees while ballots are sealed."));
        timing.tick()
                .ifPresent(_ ->
                        moves("A clock that ticks moves the close to its next tick, and looks at ballots before it,"
                                + " which nobody can while they are sealed."));
        if (!policy.trends().isEmpty()) {
            moves("A trend follows what ballots came to, and the next poll may open before these are open.");
        }
    }

    private static String late(Trigger trigger) {
        return switch (trigger) {
            case CHANGES -> "Nobody sees sealed ballots turn a result, so they move no close.";
            case REACHED ->
                "Whether a rule is reached nobody sees while ballots are sealed; and where it is enough to see who voted, a"
                        + " trustee has no more than a clock to tell that the poll is over.";
        };
    }

    private void moves(String reason) {
        complaints.error("sealed-moves", path, reason);
    }
}
