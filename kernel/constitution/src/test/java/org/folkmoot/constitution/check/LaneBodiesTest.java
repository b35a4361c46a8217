// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A faster lane is decided by the same members with the same power, or provably by only some of them. */
class LaneBodiesTest {
    private static final String DOCUMENT = """
            folkmoot: 1
            name: Trial
            assets: { SKR: { scale: 2, issuance: { cap: 1000 } }, JUNK: { scale: 2, issuance: { cap: 1000 } } }
            roles: { elder: { title: Elder }, clerk: { title: Clerk } }
            admission: { model: open }
            bodies:
              few: { who: "('elder' in member.roles) && true", %s }
              many: { who: "'elder' in member.roles", %s }
            policies:
              - name: fast
                applies: "true"
                hurries: slow
                body: few
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: [for, against], moreThan: 1/2 }
                quorum: { count: [for, against], of: roll, atLeast: 1/2 }
                timing: { delay: P1D, period: P2D, timelock: P1D, expires: P7D }
              - name: slow
                applies: "true"
                body: many
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: [for, against], moreThan: 1/2 }
                quorum: { count: [for, against], of: roll, atLeast: 1/2 }
                timing: { delay: P1D, period: P9D, timelock: P1D, expires: P7D }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power: equal | power: equal | true",
                "power: { plugin: balance, asset: SKR } | power: { plugin: balance, asset: SKR } | true",
                "power: { plugin: balance, asset: JUNK } | power: { plugin: balance, asset: SKR } | false",
                "power: { plugin: balance, asset: SKR } | power: equal | false",
                "power: equal, exclude: [elder] | power: equal, exclude: [elder] | true",
                "power: equal, exclude: [elder, clerk] | power: equal, exclude: [elder] | true",
                "power: equal | power: equal, exclude: [elder] | false",
                "power: equal, exclude: [clerk] | power: equal, exclude: [elder] | false",
                "power: equal, cap: 1/3 | power: equal, cap: 1/3 | true",
                "power: equal | power: equal, cap: 1/3 | false",
                "power: equal, changes: recount | power: equal | false"
            })
    void powerAndWhatIsKeptOutMustBeTheSame(String few, String many, boolean proven) {
        var constitution = Constitution.read(DOCUMENT.formatted(few, many).getBytes(UTF_8));

        assertThat(Check.of(constitution, LintsTest.PLUGINS))
                .extracting(Complaint::id)
                .matches(found -> found.contains("faster-lane-unproven") != proven);
    }
}
