// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.reading.TallyView.Units;

/** Reads a poll's count: the live one until it is closed, and the final one from then on. */
@ApplicationScoped
class ReadTally {
    private final PollStore polls;
    private final LiveTallies tallies;
    private final Rulebook rulebook;

    ReadTally(PollStore polls, LiveTallies tallies, Rulebook rulebook) {
        this.rulebook = rulebook;
        this.polls = polls;
        this.tallies = tallies;
    }

    TallyView handle(Hash poll) {
        var stored = polls.find(poll).orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll)));
        return switch (stored.poll()) {
            case Poll.Running running ->
                TallyView.of(running, tallies.of(stored.no(), running), units(running.definition()));
            case Poll.Closed closed -> TallyView.of(closed, units(closed.definition()));
            case Poll.Waiting _, Poll.Cancelled _, Poll.Refused _ ->
                throw new Refused(stored.poll().shut().orElseThrow());
        };
    }

    /** The method says it, also of counts that were kept before it was told; a third party's may be gone since. */
    private Optional<Units> units(PollDefinition definition) {
        if (rulebook.missing(definition).isPresent()) return Optional.empty();
        try {
            var method = rulebook.plugins().method(definition.ballot());
            return Optional.of(new Units(method.decimals(), method.scaled()));
        } catch (ConstitutionRefused | PluginFailed _) {
            return Optional.empty();
        }
    }
}
