// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.policies.ShareTest.atLeast;
import static org.folkmoot.policies.ShareTest.moreThan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.policies.Share.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * "40 % quorum and 50 % approval" means different things in different systems. Each meaning is a pair of shares here, so
 * the same ten polls come out as they do there. All polls have a roll of 100. (Celo is not here: it pads a missing
 * quorum with votes against, which is no share of anything.)
 */
class FourteenVerdictsTest {
    private static final List<Long[]> POLLS = List.of(
            poll(25, 5, 15),
            poll(20, 15, 5),
            poll(30, 30, 0),
            poll(41, 40, 0),
            poll(39, 0, 0),
            poll(21, 0, 20),
            poll(50, 50, 0),
            poll(50, 0, 0),
            poll(15, 20, 10),
            poll(0, 0, 45));

    private static final List<String> ROLL = List.of("roll");
    private static final Settings EVERYBODY = quorum("for", "against", "abstain");
    private static final Settings MAJORITY = moreThan(List.of("for"), List.of("for", "against"), "1/2");
    private static final Settings HALF = atLeast(List.of("for"), List.of("for", "against"), "1/2");

    /** One letter for each poll: P passes, f fails. */
    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of("quorum of all ballots, majority of decided ones", EVERYBODY, MAJORITY, "PPfPfPfPff"),
                Arguments.of("OpenZeppelin Governor", quorum("for", "abstain"), MAJORITY, "PffPfPfPff"),
                Arguments.of("Compound Governor Bravo", quorum("for"), MAJORITY, "fffPfffPff"),
                Arguments.of("Aragon token voting", EVERYBODY, MAJORITY, "PPfPfPfPff"),
                Arguments.of("Snapshot", EVERYBODY, MAJORITY, "PPfPfPfPff"),
                Arguments.of("Snapshot X simple quorum", quorum("for", "abstain"), MAJORITY, "PffPfPfPff"),
                Arguments.of("Cosmos x/gov", EVERYBODY, MAJORITY, "PPfPfPfPff"),
                Arguments.of("Cosmos x/group", EVERYBODY, atLeast(List.of("for"), ROLL, "1/2"), "ffffffPPff"),
                Arguments.of("DAO DAO percent", EVERYBODY, HALF, "PPPPfPPPff"),
                Arguments.of("DAO DAO majority", EVERYBODY, MAJORITY, "PPfPfPfPff"),
                Arguments.of("Polkadot OpenGov", quorum("for", "abstain"), HALF, "PffPfPPPff"),
                Arguments.of("SNS", quorum("for"), MAJORITY, "fffPfffPff"),
                Arguments.of("Moloch v3", quorum("for"), MAJORITY, "fffPfffPff"),
                Arguments.of("SPL Governance", quorum("for"), MAJORITY, "fffPfffPff"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void comeOutAsTheSharesSay(String system, Settings quorum, Settings approval, String verdicts) {
        assertThat(POLLS.stream()
                        .map(poll -> passes(quorum, poll) && passes(approval, poll) ? "P" : "f")
                        .collect(Collectors.joining()))
                .as(system)
                .isEqualTo(verdicts);
    }

    private static boolean passes(Settings rule, Long[] poll) {
        return ShareTest.judge(rule, poll[0], poll[1], poll[2], 100).passed();
    }

    private static Settings quorum(String... counts) {
        return atLeast(List.of(counts), ROLL, "40/100");
    }

    private static Long[] poll(long inFavor, long against, long abstain) {
        return new Long[] {inFavor, against, abstain};
    }
}
