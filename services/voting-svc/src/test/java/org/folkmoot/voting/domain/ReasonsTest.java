// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;
import org.junit.jupiter.api.Test;

/** What is sealed is not told by a reason, and only choices that are named need one. */
class ReasonsTest {
    private static final Set<String> CHOICE = Set.of("choice");
    private static final Set<String> REASON = Set.of(Reasons.NAME);

    @Test
    void nobodyGivesAReasonBesideASealedBallot() {
        var body = Map.<String, Object>of("choice", Map.of("sealed", "AA=="), "reason", "It leaks");

        assertThatThrownBy(() -> check(new Reasons(Set.of(), true), body)).isInstanceOf(Refused.class);
    }

    @Test
    void aSealedBallotWithoutOneIsTaken() {
        assertThatCode(() -> check(new Reasons(Set.of(), true), Map.of("choice", Map.of("sealed", "AA=="))))
                .doesNotThrowAnyException();
    }

    @Test
    void onlyWhatIsNamedNeedsOne() {
        var reasons = new Reasons(Set.of("against"), false);

        assertThatCode(() -> check(reasons, Map.of("choice", "abstain"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(reasons, Map.of("choice", "against"))).isInstanceOf(Refused.class);
    }

    @Test
    void aPartOfTheirPowerNeedsOneToo() {
        var reasons = new Reasons(Set.of("against"), false);

        for (var choice : List.of(
                Map.of("against", 1L),
                Map.of("against", "1"),
                Map.of("for", 9L, "against", 1L),
                List.of(Map.of("for", 1L), "against"),
                List.of(Map.of("against", 1L)),
                Map.of("vote", "against", "conviction", 0L)))
            assertThatThrownBy(() -> check(reasons, Map.of("choice", choice)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("against");
        for (var choice : List.of(
                Map.of("against", 0L, "for", 1L),
                Map.of("against", "0", "for", "1"),
                List.of(Map.of("for", 1L), "abstain"),
                Map.of("vote", "for", "conviction", 1L)))
            assertThatCode(() -> check(reasons, Map.of("choice", choice))).doesNotThrowAnyException();
    }

    private static void check(Reasons reasons, Map<String, Object> body) {
        var fields = Fields.of(Json.object(body), CHOICE, REASON);
        reasons.check(fields, fields.value("choice"));
    }
}
