// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.life;

import java.util.List;
import java.util.Map;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.testkit.Person;

/** A town of three who all founded it. */
record Village(Town town) {
    static final Person ANN = Person.named("Ann");
    static final Person BEN = Person.named("Ben");
    static final Person CAT = Person.named("Cat");
    static final Rules RULES = Rules.of("town.yaml").with("PERIOD", "PT10S").with("REVOTE", "last");

    static Village found() {
        return new Village(Town.found(SharedHouse.suite(), RULES.with("QUORUM", "1/2"), ANN, BEN, CAT));
    }

    /** Puts something to the vote and votes on it: first Ann, then Ben, then Cat. */
    Submitted decide(Map<String, ?> action, String... choices) {
        var submitted = town.propose(CAT, "A question for all of us", List.of(action));
        vote(submitted, choices);
        return submitted;
    }

    void vote(Submitted submitted, String... choices) {
        var voters = List.of(ANN, BEN, CAT);
        town.awaitOpen(submitted);
        for (var voter = 0; voter < choices.length; voter++) town.cast(voters.get(voter), submitted, choices[voter]);
    }
}
