// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final TraceLine LINE = new TraceLine(
            "share",
            List.of(),
            List.of(),
            "atLeast",
            "1/10",
            "10",
            "passes",
            true,
            "It passes.",
            "It fails with 1 less.");

    @Test
    void aResultKeepsTheOrderOfItsCounts() {
        var counts = new LinkedHashMap<String, BigInteger>();
        IntStream.range(0, 100).forEach(i -> counts.put("count " + (100 - i), BigInteger.valueOf(i)));

        var result = new Result(0, List.of(), counts, List.of(), "");

        assertThat(result.counts().keySet()).containsExactlyElementsOf(counts.keySet());
    }

    @Test
    void aResultDoesNotChangeAfterwards() {
        var counts = new LinkedHashMap<>(Map.of("for", BigInteger.ONE));
        var result = new Result(1, List.of(), counts, List.of(), "");

        counts.clear();

        assertThat(result.counts()).containsEntry("for", BigInteger.ONE);
        assertThatThrownBy(() -> result.counts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRoundDoesNotChangeAfterwards() {
        var moved = new LinkedHashMap<>(Map.of("B", BigInteger.ONE));
        var round = new Round(1, Map.of(), BigInteger.ONE, Map.of(), List.of(), List.of("A"), Map.of("A", moved), "");

        moved.clear();

        assertThat(round.transfers()).isEqualTo(Map.of("A", Map.of("B", BigInteger.ONE)));
    }

    @Test
    void factsPutAResultBesideItsRoll() {
        var result = new Result(7, List.of("A"), Map.of("winner", BigInteger.TEN), List.of(), "");

        var facts = Facts.of(result, BigInteger.valueOf(100), 20);

        assertThat(facts)
                .isEqualTo(new Facts(7, Map.of("winner", BigInteger.TEN), BigInteger.valueOf(100), 20, List.of("A")));
    }

    @Test
    void aVerdictCannotContradictItsTrace() {
        assertThat(Verdict.of(LINE).passed()).isTrue();
        assertThatThrownBy(() -> new Verdict(false, LINE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTraceLineTakesTheNameThatThePolicyGivesTheRule() {
        assertThat(LINE.named("quorum").rule()).isEqualTo("quorum");
        assertThat(LINE.named("quorum").named("share")).isEqualTo(LINE);
    }

    @Test
    void thereAreNoNegativeBallots() {
        assertThatThrownBy(() -> new Counted("for", -1, BigInteger.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counted("for", 1, BigInteger.valueOf(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
