// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;

/** The ballots of one count of rankings, and its passes. */
final class RankedCount {
    private final Question question;
    private final RankedChoice.Settings settings;
    private final List<Ranking> rankings = new ArrayList<>();
    private final CastRankings cast;

    RankedCount(Question question, RankedChoice.Settings settings) {
        this.question = question;
        this.settings = settings;
        this.cast = new CastRankings(settings.reading(), rankings::add);
    }

    void add(Counted group) {
        cast.add(group);
    }

    RankedPasses run() {
        var inRace = new BitSet();
        inRace.set(0, question.options().size());
        settings.excludedCandidates()
                .orElse(List.of())
                .forEach(name -> inRace.clear(question.options().indexOf(name)));
        var passes = new ArrayList<Result>();
        for (var seat = 0; seat < settings.rules().passes() && (seat == 0 || !inRace.isEmpty()); seat++) {
            var pass = new RankedPass(question.options(), settings, inRace);
            rankings.forEach(ranking -> pass.add(ranking.again()));
            var result = pass.run(cast.ballots(), cast.blank());
            passes.add(result);
            if (result.winners().isEmpty()) {
                break;
            }
            result.winners().forEach(name -> inRace.clear(question.options().indexOf(name)));
        }
        return new RankedPasses(passes);
    }
}
