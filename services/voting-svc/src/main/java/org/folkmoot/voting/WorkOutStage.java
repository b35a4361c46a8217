// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;

/** Works out how a stage stands from its ballots and delegations; whoever asks for it holds the row of the poll that leads it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class WorkOutStage {
    private final PollStore polls;
    private final FreshBallots ballots;
    private final TrendStore trends;
    private final Rulebook rulebook;
    private final Electorates electorates;
    private final HearDelegations hearDelegations;

    WorkOutStage(
            PollStore polls,
            FreshBallots ballots,
            TrendStore trends,
            Rulebook rulebook,
            Electorates electorates,
            HearDelegations hearDelegations) {
        this.polls = polls;
        this.ballots = ballots;
        this.trends = trends;
        this.rulebook = rulebook;
        this.electorates = electorates;
        this.hearDelegations = hearDelegations;
    }

    /** Takes what came since; false if it belongs before what had passed, after which the stage is of no use any more. */
    boolean catchUp(Followed followed) {
        return catchUp(followed, followed.delegates() ? known(followed.rules()) : 0);
    }

    private long known(PollRules rules) {
        return hearDelegations.known(rules.definition().community());
    }

    private boolean catchUp(Followed followed, long to) {
        followed.tear();
        hearDelegations.handle(followed, to);
        ballots.each(followed.known(), followed::take);
        return followed.settle();
    }

    /** Begins without knowing anything. */
    Followed anew(Stored lead) {
        var led = polls.led(lead.no());
        var rules = led.stream().map(this::rules).toList();
        long to = rules.stream().anyMatch(PollRules::delegates) ? known(rules.getFirst()) : 0;
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < led.size(); i++) boxes.add(box(led.get(i), rules.get(i), to));
        var policy = boxes.getFirst().rules().policy();
        var followed = Followed.from(boxes, Judge.of(policy, rulebook.plugins()), trends.pinned(lead.no()));
        if (!catchUp(followed, to))
            throw new IllegalStateException("ballots of poll " + lead.no() + " came before it opened");
        return followed;
    }

    private PollRules rules(Stored stored) {
        return rulebook.of(((Poll.Running) stored.poll()).definition());
    }

    private Box box(Stored stored, PollRules rules, long to) {
        var roll = ((Poll.Running) stored.poll()).roll();
        return new Box(stored.no(), rules, roll, electorates.of(rules, roll), hearDelegations.begin(rules, roll, to));
    }
}
