// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.constitution.ActionRefused;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Together;
import org.folkmoot.proposals.domain.Refusal.Fault;

/** Turns what the constitution complains about in a list of actions into a refusal. */
final class Faults {
    private static final String KIND = "type";

    private Faults() {}

    static Refusal of(ActionRefused refused, List<Map<String, Object>> actions) {
        var faults = refused.complaints().stream().map(Faults::fault).toList();
        var first = faults.getFirst();
        var known = refused.complaints().getFirst().id().equals(Together.COMPLAINT);
        if (!known && first.field().equals(KIND) && actions.get(first.action()).get(KIND) instanceof String kind)
            return new Refusal.ActionUnknown(first.action(), kind, first.suggestion());
        return new Refusal.ActionInvalid(first.action(), first.field(), first.reason(), faults);
    }

    /** What is wrong with the constitution that an action would put into force. */
    static Refusal ofAmendment(List<Complaint> complaints, int action) {
        var faults = complaints.stream()
                .map(complaint -> new Fault(
                        action, "constitution" + complaint.path(), complaint.reason(), complaint.suggestion()))
                .toList();
        var first = faults.getFirst();
        return new Refusal.ActionInvalid(action, first.field(), first.reason(), faults);
    }

    /** What is wrong with one action that was read alone. */
    static Stream<Fault> of(ActionRefused refused, int action) {
        return refused.complaints().stream()
                .map(complaint -> new Fault(
                        action,
                        complaint.path().isEmpty() ? "" : complaint.path().substring(1),
                        complaint.reason(),
                        complaint.suggestion()));
    }

    /** Splits a path such as {@code /0/amount} into the action's index and the field within the action. */
    private static Fault fault(Complaint complaint) {
        var steps = complaint.path().split("/", 3);
        var action = steps.length > 1 ? Integer.parseInt(steps[1]) : 0;
        var field = steps.length > 2 ? steps[2] : "";
        return new Fault(action, field, complaint.reason(), complaint.suggestion());
    }
}
