// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.CAT;

import java.time.Duration;
import java.util.List;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;

/** A town with a draft by Ann, a proposal by Ann that failed and one by Cat that waits for sponsors: something to do for every endpoint. */
record Scene(Town town, String draft, String failed, String sponsored) {

    static Scene set(TestClock clock) {
        var town = Town.found(clock);
        var failed = town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
        var vote = Vote.on(failed);
        clock.reach(vote.closesAt().plus(Duration.ofDays(2)));
        News.tell(Topics.VOTING, vote.passed());
        News.tell(Topics.TREASURY, Answer.failed(News.await(failed, EnactmentDueV1.class), clock));
        town.awaitState(failed, "failed");
        return new Scene(
                town,
                town.drafted(ANN, "A draft", List.of()),
                failed,
                town.submitted(CAT, "Come back", town.reinstating(5)));
    }
}
