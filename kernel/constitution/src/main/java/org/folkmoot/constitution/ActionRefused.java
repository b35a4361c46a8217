// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a proposal's actions cannot be enacted under its constitution, with every reason. */
public final class ActionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Complaint> complaints;

    /** Makes one with its reasons, of which there is at least one. */
    public ActionRefused(List<Complaint> complaints) {
        super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        this.complaints = List.copyOf(complaints);
    }

    /** Everything that is wrong; a path starts at the list of actions: {@code /0/amount}. */
    public List<Complaint> complaints() {
        return complaints;
    }
}
