// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.proposals.domain.Dossier;
import org.folkmoot.proposals.domain.Summary;

/** What is known about proposals, read without locking anything. */
@ApplicationScoped
@Transactional
public class Dossiers {
    private final ProposalStore proposals;
    private final Timeline timeline;
    private final Sponsorships sponsorships;
    private final DepositTable deposits;
    private final CommitmentTable commitments;
    private final Sql sql;

    Dossiers(
            ProposalStore proposals,
            Timeline timeline,
            Sponsorships sponsorships,
            DepositTable deposits,
            CommitmentTable commitments,
            DataSource database) {
        this.sql = new Sql(database);
        this.commitments = commitments;
        this.proposals = proposals;
        this.timeline = timeline;
        this.sponsorships = sponsorships;
        this.deposits = deposits;
    }

    /** Finds the community that a proposal belongs to. */
    public Optional<String> community(String id) {
        return proposals.community(id);
    }

    /** Opens a proposal's dossier with its timeline. */
    public Optional<Dossier.Full> open(String id) {
        sql.snapshot();
        return proposals
                .dossier(id, deposits.of(id), commitments.of(id), sponsorships.of(id))
                .map(dossier -> new Dossier.Full(dossier, timeline.of(id)));
    }

    /** Lists a community's proposals, the newest first; the state that is asked for is that of this instant. */
    public List<Summary> page(String community, Optional<String> state, Instant now, long before, int limit) {
        return proposals.page(community, state, now, before, limit);
    }
}
