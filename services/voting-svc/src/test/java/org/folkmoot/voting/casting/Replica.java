// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import org.folkmoot.record.Act;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.folkmoot.voting.Village;
import org.folkmoot.voting.domain.Ruling;

/** A writer beside that of the service, which knows nothing of what the service has in memory. */
record Replica(CommitAsked commit, LoadPoll loadPoll, Village village) {

    Ruling cast(Person voter, Hash poll, String choice) {
        var ballot = ballot(voter, poll, choice);
        return QuarkusTransaction.requiringNew()
                .call(() -> commit.handle(List.of(ballot)))
                .getFirst();
    }

    Ballot ballot(Person voter, Hash poll, String choice) {
        var live = loadPoll.handle(poll);
        var envelope = village.ballot(voter, poll, choice).sign();
        var act = Act.read(envelope.payload());
        var member = voter.in(village.community());
        var power = live.roll().power(live.roll().find(member).orElseThrow());
        return new Ballot(live, member, act.seq(), Hash.of(envelope.payload()), "\"" + choice + "\"", power, envelope);
    }
}
