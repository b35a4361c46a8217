// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.junit.jupiter.api.Test;

/** When a proposal passes, the actions that were ordered are read again; the others are not looked at. */
class CheckedTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Map<String, Object> PAYMENT =
            Map.of("type", "treasury.transfer", "from", "treasury", "to", "fund", "asset", "SKR", "amount", "10.00");

    @Test
    void whatIsStillRightHasNoFault() {
        assertThat(check(rules("SKR"), List.of(0, 1)).faults()).isEmpty();
    }

    @Test
    void whatIsNotKnownAnyMoreIsNamedWithItsPlace() {
        var checked = check(rules("EUR"), List.of(1));

        assertThat(checked.constitution())
                .isEqualTo(rules("EUR").constitution().hash().hex());
        assertThat(checked.at()).isEqualTo(NOW);
        assertThat(checked.faults()).containsExactly(new Refusal.Fault(1, "asset", "There is no asset 'SKR'.", ""));
    }

    private static Checked check(Rules rules, List<Integer> ordered) {
        var content = new Content("Payments", "", List.of(), List.of(PAYMENT, PAYMENT));
        return rules.check(content, ordered, NOW);
    }

    private static Rules rules(String asset) {
        return new Rules(Constitution.read("""
                folkmoot: 1
                name: Town
                assets: { %s: { scale: 2 } }
                accounts: { fund: { asset: %s } }
                admission: { model: open }
                bodies: { citizens: { who: "true", power: equal } }
                policies:
                  - name: all
                    applies: "true"
                    body: citizens
                    ballot: { method: for-against-abstain, revote: last }
                    quorum: { count: [for], of: roll, atLeast: 1/10 }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: P1D, period: P3D, timelock: P2D, expires: P7D }
                """.formatted(asset, asset).getBytes(UTF_8)), Plugins.installed());
    }
}
