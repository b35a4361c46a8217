// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;

/**
 * One step of a decision: chambers that vote at the same time, and where it leads.
 *
 * @param name its name; that of the policy, if the policy has but one stage
 * @param chambers who votes; the first one is the policy's own body
 * @param approvals how many of the approving chambers must say yes
 * @param vetoes how many of the vetoing chambers stop the proposal
 * @param early when it is decided before the deadline
 * @param timing how long it takes
 * @param passes the stage that follows a yes; the proposal passes, if there is none
 * @param fails the stage that follows a no; the proposal is rejected, if there is none
 */
public record Stage(
        String name,
        List<Chamber> chambers,
        int approvals,
        int vetoes,
        List<Early> early,
        Timing timing,
        Optional<String> passes,
        Optional<String> fails) {
    public Stage {
        chambers = List.copyOf(chambers);
        early = List.copyOf(early);
    }

    /** Whether one poll of one body decides, at a deadline that is known when it opens. */
    public boolean simple() {
        return chambers.size() == 1 && early.isEmpty() && timing.fixed();
    }

    /** Whether nothing is asked before a deadline that is known when its polls open, so that nobody has to know the counts. */
    public boolean decidesAtClose() {
        return early.isEmpty() && timing.closesAsPlanned();
    }

    /** Whether ballots of some chamber are sealed. */
    public boolean sealed() {
        return chambers.stream().anyMatch(Chamber::sealed);
    }

    /** The chamber of the policy's own body. */
    public Chamber main() {
        return chambers.getFirst();
    }

    /** How a poll says which chamber votes; nothing if there is but one. */
    public Optional<String> mark(Chamber chamber) {
        return Optional.of(chamber.name()).filter(_ -> chambers.size() > 1);
    }

    /** Finds a chamber by its name. */
    public Optional<Chamber> chamber(String wanted) {
        return chambers.stream()
                .filter(chamber -> chamber.name().equals(wanted))
                .findFirst();
    }

    /** The chambers with that stance. */
    public List<Chamber> chambers(Chamber.Stance stance) {
        return chambers.stream().filter(chamber -> chamber.stance() == stance).toList();
    }
}
