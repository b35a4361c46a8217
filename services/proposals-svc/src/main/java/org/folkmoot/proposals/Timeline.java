// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Dossier.Transition;

/** The table of changes of state. The lock on the proposal makes the numbers gapless. */
@ApplicationScoped
class Timeline implements PanacheRepositoryBase<TransitionRow, TransitionRow.Key> {

    void add(String proposal, Transition transition) {
        var row = new TransitionRow();
        row.proposal = proposal;
        row.number = Math.toIntExact(count("proposal", proposal) + 1);
        row.state = transition.state();
        row.at = transition.at();
        row.note = transition.note();
        switch (transition.cause()) {
            case Cause.Act act -> {
                row.cause = "act";
                row.source = act.act();
            }
            case Cause.Told told -> {
                row.cause = "event";
                row.source = told.about();
                row.kind = told.type();
            }
            case Cause.Time _ -> row.cause = "time";
        }
        persist(row);
    }

    List<Transition> of(String proposal) {
        return find("proposal = ?1 order by number", proposal).stream()
                .map(row -> new Transition(row.state, row.at, cause(row), row.note))
                .toList();
    }

    private static Cause cause(TransitionRow row) {
        return switch (row.cause) {
            case "act" -> new Cause.Act(row.source);
            case "event" -> new Cause.Told(row.kind, row.source);
            case "time" -> new Cause.Time();
            default -> throw new IllegalStateException("no such cause: " + row.cause);
        };
    }
}
