// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowingTest {
    private static final Following FOLLOWING = new Following("for", "against");

    @ParameterizedTest
    @CsvSource({
        "for, for, abstain, abstain, ''",
        "for, for, for, abstain, for",
        "for, for, against, against, against",
        "for, against, abstain, abstain, ''",
        "for, for, against, abstain, ''",
        "against, against, abstain, abstain, against"
    })
    void moreThanHalfIsForAndHalfIsAgainst(String a, String b, String c, String d, String expected) {
        var ballots = new LinkedHashMap<String, String>(Map.of("a", a, "b", b, "c", c, "d", d));

        var votes = FOLLOWING.votes(Map.of("f", List.of("a", "b", "c", "d")), ballots);

        assertThat(votes.getOrDefault("f", "")).isEqualTo(expected);
    }

    @Test
    void aBallotOfOnesOwnIsNeverChanged() {
        var votes = FOLLOWING.votes(Map.of("f", List.of("a")), Map.of("a", "for", "f", "against"));

        assertThat(votes).isEqualTo(Map.of("a", "for", "f", "against"));
    }

    @Test
    void aVoteGivenByFollowingIsFollowed() {
        var votes = FOLLOWING.votes(Map.of("g", List.of("f"), "f", List.of("a")), Map.of("a", "for"));

        assertThat(votes).isEqualTo(Map.of("a", "for", "f", "for", "g", "for"));
    }
}
