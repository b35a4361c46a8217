// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.voting.domain.Ruling;

/**
 * Takes in many checked ballots at once, in order: by what is known of their polls if that is enough, and otherwise after the
 * record was asked. The caller has no transaction.
 */
@ApplicationScoped
class CommitBallots {
    private final CommitKnown commitKnown;
    private final CommitAsked commitAsked;
    private final Counter known;
    private final Counter asked;

    CommitBallots(CommitKnown commitKnown, CommitAsked commitAsked, MeterRegistry meters) {
        this.commitKnown = commitKnown;
        this.commitAsked = commitAsked;
        this.known = batches("known", meters);
        this.asked = batches("asked", meters);
    }

    private static Counter batches(String polls, MeterRegistry meters) {
        return Counter.builder("folkmoot.ballots.batches")
                .description("Batches of ballots, by whether their polls were known or the record had to be asked")
                .tag("polls", polls)
                .register(meters);
    }

    /** Rules on every ballot; all that are accepted are committed, or none. */
    List<Ruling> handle(List<Ballot> batch) {
        var ruled = commitKnown.handle(batch);
        (ruled.isPresent() ? known : asked).increment();
        var rulings = ruled.orElseGet(() -> ask(batch));
        for (int i = 0; i < rulings.size(); i++) {
            var ballot = batch.get(i);
            if (rulings.get(i) instanceof Ruling.Accepted accepted)
                ballot.in().known().add(accepted.number(), ballot.member(), ballot.act());
        }
        return rulings;
    }

    /** Each time round an act of one of these voters was accepted, after which the ballots are ruled on anew. */
    private List<Ruling> ask(List<Ballot> batch) {
        while (true) {
            try {
                return commitAsked.handle(batch);
            } catch (Overtaken _) {
                // then with what is known now
            }
        }
    }
}
