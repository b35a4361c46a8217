// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a document, a constitution or a tally, cannot work, with every reason. */
public final class ConstitutionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Complaint> complaints;

    /** Makes one with its reasons, of which there is at least one. */
    public ConstitutionRefused(List<Complaint> complaints) {
        super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        this.complaints = List.copyOf(complaints);
    }

    static ConstitutionRefused at(String id, Spot spot, String reason) {
        return new ConstitutionRefused(
                List.of(new Complaint(id, Severity.ERROR, "", spot.line(), spot.column(), reason, "")));
    }

    /** Everything that is wrong, in the order of the text. */
    public List<Complaint> complaints() {
        return complaints;
    }
}
