// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static final String HASH = "ab".repeat(32);
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final EventType TRANSFER =
            EventType.named("treasury.transfer-posted.v1").orElseThrow();

    @Test
    void namesComeFromTheRecords() {
        assertThat(EventType.all().stream().map(EventType::name))
                .contains(
                        "identity.community-founded.v1",
                        "identity.members-added.v1",
                        "proposals.enactment-due.v1",
                        "voting.ballots-cast.v1",
                        "treasury.transfer-posted.v1",
                        "enactment.action-enacted.v1")
                .doesNotHaveDuplicates();
        assertThat(EventType.named("voting.ballots-cast.v2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB", "g0", "0x"})
    void aHashIsSixtyFourLowerCaseDigits(String start) {
        var wrong = (start + "0".repeat(64)).substring(0, start.isEmpty() ? 63 : 64);

        assertThatThrownBy(() -> new PollRefusedV1(wrong, HASH, HASH, "no", AT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("community");
    }

    @Test
    void timesAreToldInMilliseconds() {
        assertThatThrownBy(() -> new PollRefusedV1(HASH, HASH, HASH, "no", AT.plusNanos(1)))
                .hasMessageContaining("millisecond");
    }

    @Test
    void aChunkHasItsLimit() {
        var tooMany = Collections.nCopies(MembersAddedV1.MOST + 1, new MemberEntry(HASH, "did:key:z6Mk"));

        assertThatThrownBy(() -> new MembersAddedV1(HASH, 2, AT, tooMany, HASH)).hasMessageContaining("1001");
    }

    @Test
    void aChunkOfBallotsSaysWhichOnes() {
        var ballots = List.of(new CastEntry(3, HASH, "e30=", "ed25519", "e30=", AT));

        assertThatThrownBy(() -> new BallotsCastV1(HASH, HASH, 3, 4, ballots)).hasMessageContaining("from 3 to 4");
    }

    @Test
    void whatAnEventHoldsCannotBeChanged() {
        var round = new RoundEntry(
                1, Map.of("a", BigInteger.ONE), BigInteger.ONE, Map.of(), List.of(), List.of(), Map.of());

        assertThatThrownBy(() -> round.tally().put("b", BigInteger.TWO))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "\"1.0\"", "\"01\"", "\"\"", "\"-1\"", "\"0\"", "\"1e3\"", "null"})
    void anAmountIsAStringOfDigits(String amount) {
        var json = new String(EventJson.write(Samples.of(TRANSFER).orElseThrow()), StandardCharsets.UTF_8)
                .replace("\"250000\"", amount);

        assertThatThrownBy(() -> EventJson.read(TRANSFER, json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedEvent.class);
    }

    @Test
    void anAmountMayBeVeryLarge() {
        var huge = "9".repeat(38);
        var json = new String(EventJson.write(Samples.of(TRANSFER).orElseThrow()), StandardCharsets.UTF_8)
                .replace("250000", huge);

        var read = (TransferPostedV1) EventJson.read(TRANSFER, json.getBytes(StandardCharsets.UTF_8));

        assertThat(read.amount()).isEqualTo(new BigInteger(huge));
    }
}
