// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.unsealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.SealedStore;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.domain.Seal;

/** Reads how the ballots of a poll are sealed, and what trustees gave to open them. */
@ApplicationScoped
class ReadSealing {
    private final PollStore polls;
    private final SealedStore sealed;
    private final Rulebook rulebook;

    ReadSealing(PollStore polls, SealedStore sealed, Rulebook rulebook) {
        this.polls = polls;
        this.sealed = sealed;
        this.rulebook = rulebook;
    }

    @Transactional
    SealingView handle(Hash poll) {
        var stored = polls.find(poll).orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll)));
        var definition = switch (stored.poll()) {
            case Poll.Undecided undecided -> undecided.definition();
            case Poll.Closed closed -> closed.definition();
            case Poll.Cancelled _, Poll.Refused _ ->
                throw new Refused(stored.poll().shut().orElseThrow());
        };
        return SealingView.of(poll, seal(rulebook.of(definition), poll), sealed.given(stored.no()));
    }

    private static Seal seal(PollRules rules, Hash poll) {
        return rules.seal().orElseThrow(() -> new Refused(new Refusal.NotSealed(poll)));
    }
}
