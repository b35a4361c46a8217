// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.record.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy is called stricter only where that can be shown. */
class StrictnessTest {
    private static final String POLICY = """
            { name: one, applies: "true", body: all, ballot: { method: for-against-abstain, revote: last },
              quorum: { count: [for, against], of: roll, atLeast: 1/4 },
              approval: { count: for, of: [for, against], atLeast: 1/2 },
              timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D } }
            """;

    /** Each line changes the policy; the answers are "changed is at least as strict" and the reverse. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: one | name: two | true | true",
                "atLeast: 1/4 | atLeast: 2/8 | true | true",
                "atLeast: 1/4 | atLeast: 26/100 | true | false",
                "atLeast: 1/4 | atLeast: 24/100 | false | true",
                "atLeast: 1/4 | moreThan: 1/4 | true | false",
                "atLeast: 1/4 | moreThan: 24/100 | false | true",
                "atLeast: 1/2 | atLeast: 51/100 | true | false",
                "atLeast: 1/2 | atLeast: 1/2, tie: passes | true | true",
                "count: for, | count: [for], | true | true",
                "count: [for, against] | count: [against, for] | true | true",
                "count: [for, against] | count: [for] | false | false",
                "body: all | body: few | false | false",
                "revote: last | revote: first | false | false",
                "method: for-against-abstain | method: instant-runoff | false | false",
                "delay: P1D | delay: P2D | true | false",
                "period: P5D | period: PT120H | true | true",
                "period: P5D | period: PT119H | false | true",
                "timelock: P2D | timelock: PT48H0.001S | true | false",
                "expires: P14D | expires: P1D | true | true",
                "applies: \"true\" | applies: \"false\" | true | true",
                "body: all | body: all, retries: 1 | true | true",
                "body: all | body: all, propose: { who: \"member.founder\" } | true | false",
                "body: all | body: all, rules: [{ rule: share, count: for, of: roll, atLeast: 1/10 }] | true | false",
                "body: all | body: all, rules: [{ rule: of-another, count: for }] | true | false",
                "atLeast: 1/4 | atLeast: nonsense | false | false",
            })
    void onlyWhatCanBeShown(String piece, String by, boolean stricter, boolean weaker) {
        var one = policy(POLICY);
        var other = policy(POLICY.replace(piece, by));

        assertThat(Strictness.atLeast(other, one)).isEqualTo(stricter);
        assertThat(Strictness.atLeast(one, other)).isEqualTo(weaker);
    }

    @Test
    void whatItDoesNotKnowMustBeSaidAlike() {
        var one = Json.object(java.util.Map.of("body", "all", "chamber", "upper"));
        var other = Json.object(java.util.Map.of("body", "all"));

        assertThat(Strictness.atLeast(one, one)).isTrue();
        assertThat(Strictness.atLeast(one, other)).isFalse();
        assertThat(Strictness.atLeast(other, one)).isFalse();
    }

    private static Json.Obj policy(String text) {
        var document = "policy: " + text.strip().replace("\n", "\n  ");
        return (Json.Obj) Json.object(Document.read(document.getBytes(UTF_8)).data())
                .get("policy")
                .orElseThrow();
    }
}
