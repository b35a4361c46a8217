// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.doublevote;

import java.util.List;
import java.util.Optional;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;
import org.folkmoot.e2e.suite.Actions;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.testkit.Person;

/** A second process that takes ballots for the polls of the shared suite, and a town that votes at both doors. */
final class SecondDoor {
    private SecondDoor() {}

    /** Opens it: a database is all that the two have in common. */
    static House open() {
        var first = SharedHouse.house();
        return House.start(
                Options.throwAway(Home.find())
                        .withServices(List.of("voting"))
                        .withServers(Optional.of(first.jdbc()), Optional.of(first.kafka())),
                SharedHouse::say);
    }

    /** A town whose polls are open for a period, with these members. */
    static Town town(Person clerk, List<Person> members, String revote, String period) {
        var rules = Rules.of("town.yaml")
                .with("PERIOD", period)
                .with("QUORUM", "1/2")
                .with("REVOTE", revote);
        var town = Town.found(SharedHouse.suite(), rules, clerk);
        town.register(clerk, members);
        return town;
    }

    /** A poll that is open. */
    static Submitted poll(Town town, Person clerk, String title) {
        var submitted = town.propose(clerk, title, List.of(Actions.transfer("treasury", "garden", "1.00")));
        town.awaitOpen(submitted);
        return submitted;
    }
}
