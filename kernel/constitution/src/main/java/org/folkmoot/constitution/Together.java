// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which actions of a proposal can be enacted together, all or none: those of the treasury whose movements are known before
 * anything is moved, up to {@value #MOST_LEGS} of them in all.
 */
public final class Together {
    /** The most amounts that move together. */
    public static final int MOST_LEGS = 64;

    /** What is complained of where actions cannot be enacted together. */
    public static final String COMPLAINT = "not-together";

    /** The kinds that can be among them. */
    public static final Set<String> TYPES = Set.of(
            Action.Transfer.TYPE,
            Action.Treasury.TRANSACTION,
            Action.Treasury.GATHER,
            Action.Treasury.ISSUE,
            Action.Treasury.BURN,
            Action.Treasury.HOLD,
            Action.Treasury.SETTLE,
            Action.Treasury.RELEASE,
            Action.Treasury.FREEZE,
            Action.Treasury.UNFREEZE,
            Action.Treasury.SPLIT,
            Action.Treasury.STREAM,
            Action.Treasury.GRANT,
            Action.Treasury.BOUNTY,
            Action.Treasury.PAUSE,
            Action.Treasury.RESUME,
            Action.Treasury.CANCEL,
            Action.Treasury.TRANCHE,
            Action.Treasury.AWARD,
            Action.Treasury.EXTEND,
            Action.Treasury.PAYOUT);

    private static final List<String> LISTS = List.of("legs", "sources", "parts", "tranches");

    private Together() {}

    /** Checks the actions of a proposal that wants them enacted together, or throws {@link ActionRefused}. */
    public static void check(List<Action> actions) {
        var complaints = new Complaints(_ -> Spot.START);
        var legs = 0;
        for (var i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            if (!TYPES.contains(action.type())) {
                complaints.error(
                        COMPLAINT,
                        "/" + i + "/type",
                        "A " + action.type() + " is not enacted together with other actions.");
            }
            var before = legs;
            legs += legs(action);
            if (before <= MOST_LEGS && legs > MOST_LEGS) {
                complaints.error(
                        COMPLAINT,
                        "/" + i,
                        "Actions that are enacted together move at most " + MOST_LEGS + " amounts; with this one it is "
                                + legs + ".");
            }
        }
        if (!complaints.none()) {
            throw new ActionRefused(complaints.found());
        }
    }

    /** What does not move anything counts as well: it is a line of the same journal. */
    private static int legs(Action action) {
        var facts = action.facts();
        return LISTS.stream()
                .flatMap(name -> facts.get(name) instanceof List<?> legs ? Stream.of(legs.size()) : Stream.empty())
                .findFirst()
                .orElse(1);
    }
}
