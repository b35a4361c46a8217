// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Decision;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Carriage;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Turnover;

/**
 * Finds whether a stage that was followed to its decision ends undecided, because a body wants that when its membership has
 * changed until then. What ballots come to does not depend on it, so nobody has to know before.
 */
@ApplicationScoped
class AbortStage {
    private final Rulebook rulebook;
    private final FindTurnover findTurnover;

    AbortStage(Rulebook rulebook, FindTurnover findTurnover) {
        this.rulebook = rulebook;
        this.findTurnover = findTurnover;
    }

    /** What became of the bodies that want to know it. */
    record Ending(List<Change> changes) {
        boolean aborts() {
            return changes.stream().anyMatch(change -> change.turnover.aborts());
        }

        /** Adds to a decision what became of each body, and takes it back if one of them aborts it. */
        Decision explain(Decision decision) {
            var explained = decision;
            for (var change : changes) explained = change.turnover.explain(explained, change.frozen, change.place);
            return explained;
        }
    }

    private record Change(Turnover turnover, RollTotals frozen, String place) {}

    /** Looks at the polls of a stage as of the moment at which it is decided. */
    @Transactional(TxType.MANDATORY)
    Ending handle(Collection<Stored> stage, Instant decidedAt) {
        var parts = stage.stream().map(this::part).toList();
        var heard = findTurnover.heard(parts.stream().map(Part::rules).toList());
        return new Ending(parts.stream()
                .flatMap(part -> change(part, decidedAt, heard).stream())
                .toList());
    }

    private record Part(Poll.Running poll, PollRules rules) {}

    private Part part(Stored stored) {
        var poll = (Poll.Running) stored.poll();
        return new Part(poll, rulebook.of(poll.definition()));
    }

    private Optional<Change> change(Part part, Instant decidedAt, Optional<FindTurnover.Heard> heard) {
        var rules = part.rules;
        var place = Carriage.place(rules.policy(), rules.stage(), rules.chamber());
        return findTurnover
                .handle(rules, part.poll, decidedAt, heard)
                .map(found -> new Change(found, part.poll.roll(), place));
    }
}
