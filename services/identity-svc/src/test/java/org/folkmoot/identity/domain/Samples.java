// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.PublicKey;

/** What the tests of the domain share. */
final class Samples {
    /** The identity: everybody can sign for it. */
    static final PublicKey WEAK = new PublicKey(HexFormat.of().parseHex("01" + "00".repeat(31)));

    private static final String RULES = """
            folkmoot: 1
            name: %s
            admission: { model: registrar, of: founders }
            bodies: { members: { who: "true", power: equal } }
            policies:
              - name: everything
                applies: "true"
                body: members
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                timing: { delay: PT1S, period: PT1M, timelock: PT0S, expires: P1D }
            """;

    private Samples() {}

    static Constitution constitution(String name) {
        return Constitution.read(RULES.formatted(name).getBytes(UTF_8));
    }
}
