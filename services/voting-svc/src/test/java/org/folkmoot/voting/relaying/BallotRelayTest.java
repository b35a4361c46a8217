// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.relaying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.TestClock;
import org.folkmoot.voting.Village;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ballots are told in messages that Kafka takes, however long each is: one that it refuses would keep back all others. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class BallotRelayTest {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int COPIES = 600;
    private static final String NO = "(select no from poll where poll = ?)";

    @Inject
    BallotRelay relay;

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private Hash poll;

    @BeforeEach
    void cast() {
        var village = Village.found(clock);
        poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
    }

    @AfterEach
    void forget() {
        new Sql(database).update("delete from ballot where number > 1 and poll_no = " + NO, (Object) poll.bytes());
    }

    /** The proof of a passkey has up to 8 KiB, for its client may write what it likes beside the challenge. */
    @ParameterizedTest
    @CsvSource({"64, 2", "700, 2", "8192, 9"})
    void aMessageIsNeverTooLong(int signature, int messages) {
        new Sql(database).update("""
                insert into ballot (poll_no, number, member, seq, act, choice, power, accepted_at, suite, signature, payload)
                select poll_no, n, member, seq + n, sha256(act || int4send(n)), choice, power, accepted_at, suite,
                    convert_to(repeat('x', ?), 'UTF8'), payload
                from ballot cross join generate_series(2, ?) as n where number = 1 and poll_no = """ + NO, signature, COPIES, poll.bytes());

        var told = relay.next(poll.hex(), 0).stream()
                .map(chunk -> (BallotsCastV1) chunk.event())
                .toList();

        assertThat(told).hasSize(messages);
        assertThat(told).allSatisfy(event -> assertThat(EventJson.write(event)).hasSizeLessThan(MOST_BYTES));
        assertThat(told.stream().mapToLong(event -> event.ballots().size()).sum())
                .isEqualTo(COPIES);
        assertThat(List.of(told.getFirst().from(), told.getLast().to())).containsExactly(1L, (long) COPIES);
    }
}
