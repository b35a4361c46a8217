// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Checked;
import org.folkmoot.proposals.domain.Committed;
import org.folkmoot.proposals.domain.Content;
import org.folkmoot.proposals.domain.Dossier;
import org.folkmoot.proposals.domain.Entry;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.PutDown;
import org.folkmoot.proposals.domain.Roll;
import org.folkmoot.proposals.domain.Sponsorship;
import org.folkmoot.proposals.domain.Submission;
import org.folkmoot.proposals.domain.Summary;

/** The table of proposals. */
@ApplicationScoped
class ProposalStore implements PanacheRepositoryBase<ProposalRow, String> {
    private static final List<String> ENDED = List.of("enacted", "rejected", "cancelled", "expired", "lapsed");

    void insert(Proposal draft) {
        var row = new ProposalRow();
        row.id = draft.id();
        row.community = draft.community();
        row.author = draft.author();
        row.title = draft.content().title();
        row.body = draft.content().text();
        row.options = Text.write(draft.content().options());
        row.actions = Text.write(draft.content().actions());
        row.enact = draft.content().enact().word();
        StateColumns.write(draft.state(), row);
        persistAndFlush(row);
    }

    Optional<Proposal> lock(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(ProposalStore::proposal);
    }

    void save(Proposal proposal) {
        StateColumns.write(proposal.state(), findById(proposal.id()));
        flush();
    }

    void enter(String id, Entry entry) {
        enter(findById(id), entry);
    }

    private static void enter(ProposalRow row, Entry entry) {
        row.submittedAt = entry.submittedAt();
        row.constitution = entry.constitution();
        row.policy = entry.policy();
    }

    Optional<Entry> entry(String id) {
        return findByIdOptional(id).flatMap(ProposalStore::entry);
    }

    void note(String id, Backing backing) {
        StateColumns.backing(backing, findById(id));
    }

    void pin(String id, Submission submission) {
        var row = findById(id);
        enter(row, new Entry(submission.submittedAt(), submission.constitution(), submission.policy()));
        row.definition = submission.definition();
        row.rollPosition = submission.rollPosition();
        row.rollAt = submission.rollAt();
        row.openedAt = null;
        row.rollMembers = null;
        row.rollPower = null;
    }

    /** What stands since the submission. */
    Optional<Submission> submission(String id) {
        return findByIdOptional(id).flatMap(ProposalStore::pinned).map(Dossier.Pinned::submission);
    }

    void note(String id, Roll roll) {
        var row = findById(id);
        row.openedAt = roll.openedAt();
        row.rollMembers = roll.members();
        row.rollPower = roll.power();
    }

    void note(String id, Checked checked) {
        findById(id).checked = CheckedText.write(checked);
    }

    void note(String id, String decision) {
        findById(id).decision = decision;
    }

    /** The last decision, as the voting service told it. */
    Optional<String> decision(String id) {
        return findByIdOptional(id).map(row -> row.decision);
    }

    /** Locks a proposal unless somebody else is at it. */
    boolean tryLock(String id) {
        return !getEntityManager()
                .createNativeQuery("select id from proposal where id = :id for update skip locked", String.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    Optional<String> community(String id) {
        return findByIdOptional(id).map(row -> row.community);
    }

    Optional<Dossier> dossier(
            String id, Optional<PutDown> deposit, Optional<Committed> committed, List<Sponsorship> sponsors) {
        return findByIdOptional(id).map(row -> dossier(row, deposit, committed, sponsors));
    }

    /** Counts an author's proposals under a policy that were submitted and are not at their end at this instant. */
    long open(String community, String author, String policy, Instant now) {
        return count(
                "community = ?1 and author = ?2 and policy = ?3 and"
                        + " case when turnsAt <= ?4 then turnsTo else state end not in ?5",
                community,
                author,
                policy,
                now,
                ENDED);
    }

    /** Lists when an author submitted proposals under a policy, the latest first. */
    List<Instant> submittedAt(String community, String author, String policy, int limit) {
        return find(
                        "community = ?1 and author = ?2 and policy = ?3 order by submittedAt desc",
                        community,
                        author,
                        policy)
                .page(0, limit)
                .stream()
                .map(row -> row.submittedAt)
                .toList();
    }

    /** Finds the newest first, as they are at this instant. */
    List<Summary> page(String community, Optional<String> state, Instant now, long before, int limit) {
        var any = "community = ?1 and number < ?2";
        var order = " order by number desc";
        var found = state.isEmpty()
                ? find(any + order, community, before)
                : find(
                        any + " and case when turnsAt <= ?3 then turnsTo else state end = ?4" + order,
                        community,
                        before,
                        now,
                        state.get());
        return found.page(0, limit).project(SummaryRow.class).stream()
                .map(row -> row.asOf(now))
                .toList();
    }

    private static Proposal proposal(ProposalRow row) {
        var enact = Content.Enact.named(row.enact).orElseThrow();
        var content = new Content(row.title, row.body, Text.texts(row.options), Text.objects(row.actions), enact);
        return new Proposal(row.id, row.community, row.author, content, StateColumns.read(row));
    }

    private static Dossier dossier(
            ProposalRow row, Optional<PutDown> deposit, Optional<Committed> committed, List<Sponsorship> sponsors) {
        return new Dossier(
                proposal(row),
                row.draftedAt,
                deposit,
                committed,
                backed(row, sponsors),
                pinned(row),
                Optional.ofNullable(row.decision),
                Optional.ofNullable(row.checked).map(CheckedText::read),
                Optional.ofNullable(row.eta)
                        .map(_ -> new Dossier.Enactment(
                                StateColumns.mandate(row),
                                StateColumns.enacted(row),
                                row.attempt == null ? 0 : row.attempt)));
    }

    private static Optional<Entry> entry(ProposalRow row) {
        return Optional.ofNullable(row.submittedAt).map(at -> new Entry(at, row.constitution, row.policy));
    }

    private static Optional<Dossier.Backed> backed(ProposalRow row, List<Sponsorship> sponsors) {
        return StateColumns.backing(row)
                .map(backing -> new Dossier.Backed(entry(row).orElseThrow(), backing, sponsors));
    }

    private static Optional<Dossier.Pinned> pinned(ProposalRow row) {
        if (row.poll == null) return Optional.empty();
        var submission = new Submission(
                row.submittedAt, row.constitution, row.policy, row.definition, row.rollPosition, row.rollAt);
        var roll = Optional.ofNullable(row.openedAt).map(at -> new Roll(at, row.rollMembers, row.rollPower));
        return Optional.of(new Dossier.Pinned(submission, StateColumns.terms(row), roll));
    }
}
