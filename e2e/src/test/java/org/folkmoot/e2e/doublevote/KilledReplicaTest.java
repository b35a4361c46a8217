// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.doublevote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.house.House;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two processes that take ballots for the same poll one is killed, as by a power cut, with ballots on their way in. */
class KilledReplicaTest {
    private static final Person CLERK = Person.named("Watchman");
    private static final List<Person> MEMBERS = Person.many("Stormy", 100);
    private static final int AT_ONCE = 16;

    private final Api api = new Api();
    private House second;

    @BeforeEach
    void openASecondDoor() {
        second = SecondDoor.open();
    }

    @AfterEach
    void closeIt() {
        second.close();
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "last"})
    void nobodyCountsTwiceAndNoReceiptIsEmpty(String revote) throws InterruptedException {
        var town = SecondDoor.town(CLERK, MEMBERS, revote, "PT60S");
        var poll = SecondDoor.poll(town, CLERK, "Gates");
        var storm = new Storm(api, town, poll, List.of(SharedHouse.suite().voting(), second.url("voting")));

        storm.rage(MEMBERS, AT_ONCE, () -> second.kill("voting"));
        var unanswered =
                storm.unanswered().stream().filter(act -> isIn(poll, act)).count();
        town.awaitDecision(poll);

        var tally = town.tally(poll);
        assertThat(storm.unanswered()).isNotEmpty();
        assertThat(storm.refused().keySet()).isSubsetOf("already-voted", "seq-replayed");
        assertThat(storm.taken()).allMatch(act -> isIn(poll, act));
        assertThat(tally.path("ballots").asLong()).isEqualTo(MEMBERS.size());
        assertThat(Burst.CHOICES.stream()
                        .mapToLong(choice -> tally.path("counts").path(choice).asLong())
                        .sum())
                .isEqualTo(MEMBERS.size());
        if (revote.equals("first")) {
            assertThat(storm.takenOf().values()).allMatch(receipts -> receipts == 1);
            assertThat(storm.taken().size() + unanswered).isEqualTo(MEMBERS.size());
        }
    }

    /** Whether the door that still stands has the receipt of a ballot. */
    private boolean isIn(Submitted poll, Hash act) {
        URI first = SharedHouse.suite().voting();
        try {
            return api.get(first, Town.ballots(poll) + "/" + act.hex())
                    .path("act")
                    .asText()
                    .equals(act.hex());
        } catch (RefusedByService refused) {
            if (refused.status() == 404) return false;
            throw refused;
        }
    }
}
