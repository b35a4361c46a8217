// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Voter;

/** A constitution that works, and ways to break it. */
final class Samples {
    static final Plugins PLUGINS = Plugins.installed();
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final String KEY = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
    static final String OTHER_KEY = "did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw";

    static final String YAML = """
            folkmoot: 1
            name: Skerry Commons
            assets:
              SKR: { scale: 2, issuance: { cap: 21000000.00 } }
              EUR: { scale: 2 }
            accounts:
              treasury: { asset: EUR, opening: "100.00" }
              mint: { asset: SKR, opening: 5000 }
            admission: { model: registrar, of: founders }
            bodies:
              citizens: { who: "member.since <= roll.at - duration('720h')", power: equal }
              everybody: { who: "true", power: equal }
            policies:
              - name: small-spend
                applies: "actions.size() > 0 && actions.all(a, a.type == 'treasury.transfer' && a.asset == 'EUR' && a.amount <= amount('100.00', 'EUR'))"
                body: everybody
                ballot: { method: for-against-abstain, revote: last }
                quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }
                approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
              - name: everything
                applies: "true"
                body: citizens
                propose: { who: "'steward' in member.roles" }
                ballot: { method: for-against-abstain, revote: last }
                quorum: { count: [for, against, abstain], of: roll, atLeast: 1/4 }
                approval: { count: [for], of: [for, against], atLeast: 2/3 }
                timing: { delay: P2D, period: P14D, timelock: P2D, expires: P14D }
                retries: 3
            strictest: [everything, small-spend]
            """;

    private Samples() {}

    static Constitution constitution() {
        return read(YAML);
    }

    static Constitution read(String text) {
        return Constitution.read(text.getBytes(UTF_8));
    }

    /** The sample with one piece of its text, which stands there once, replaced. */
    static String with(String piece, String by) {
        if (YAML.split(java.util.regex.Pattern.quote(piece), -1).length != 2) {
            throw new IllegalArgumentException("not exactly once in the sample: " + piece);
        }
        return YAML.replace(piece, by);
    }

    static Voter member(String id, Instant since, String... roles) {
        return new Voter(id, since, List.of(roles), Map.of());
    }

    static Map<String, Object> transfer(String amount) {
        return Map.of(
                "type",
                "treasury.transfer",
                "from",
                "treasury",
                "to",
                "member/" + "ab".repeat(32),
                "asset",
                "EUR",
                "amount",
                amount);
    }
}
