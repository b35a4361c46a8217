// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.identity.domain.Outcome;

/** The table of enactments. */
@ApplicationScoped
class EnactmentStore implements PanacheRepositoryBase<EnactmentRow, String> {
    boolean knows(String enactment) {
        return findByIdOptional(enactment).isPresent();
    }

    void insert(EnactmentDueV1 due, Outcome outcome, Instant decidedAt) {
        var row = new EnactmentRow();
        row.id = due.enactment();
        row.community = due.community();
        row.proposal = due.proposal();
        row.actionIndex = due.actionIndex();
        row.attempt = due.attempt();
        row.decidedAt = decidedAt;
        switch (outcome) {
            case Outcome.Enacted enacted -> row.result = enacted.result();
            case Outcome.Failed failed -> {
                row.reason = failed.reason();
                row.detail = failed.detail();
            }
        }
        persistAndFlush(row);
    }
}
