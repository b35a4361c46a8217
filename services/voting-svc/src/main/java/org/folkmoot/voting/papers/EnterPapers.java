// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.domain.Paper;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Takes the ballots that an officer read from paper. They count when another officer has confirmed them. */
@ApplicationScoped
class EnterPapers {
    private static final String ACT = "ballots.enter/1";

    private final ActDesk desk;
    private final PollStore polls;
    private final Rulebook rulebook;
    private final CheckPaper checkPaper;
    private final PaperStore papers;

    EnterPapers(ActDesk desk, PollStore polls, Rulebook rulebook, CheckPaper checkPaper, PaperStore papers) {
        this.desk = desk;
        this.polls = polls;
        this.rulebook = rulebook;
        this.checkPaper = checkPaper;
        this.papers = papers;
    }

    @Transactional
    PaperView handle(Hash id, byte[] envelope) {
        var stored = polls.find(id).orElseThrow(() -> new Refused(new Refusal.PollUnknown(id)));
        var opened = desk.open(envelope, new Expected(ACT, stored.poll().terms().community(), id));
        var paper = Paper.read(opened.act().body());
        stored.poll().shut().ifPresent(no -> {
            throw new Refused(no);
        });
        var poll = (Poll.Running) stored.poll();
        var rules = rulebook.of(poll.definition());
        var accepted = desk.accept(opened);
        checkPaper.checkOfficer(accepted, rules);
        checkPaper.slips(poll, rules, paper, accepted.id());
        var voted = papers.voted(stored.no(), paper.members());
        if (!voted.isEmpty()) throw new Refused(new Refusal.PaperConflicts(id, voted));
        papers.add(stored.no(), accepted.id(), accepted.act().actor(), paper, accepted.at());
        return PaperView.entered(accepted, paper);
    }
}
