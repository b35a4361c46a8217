// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/** What proposals ask for. */
public final class Actions {
    private Actions() {}

    /** Moves money. */
    public static Map<String, Object> transfer(String from, String to, String amount) {
        return Map.of("type", "treasury.transfer", "from", from, "to", to, "asset", "SKR", "amount", amount);
    }

    /** Puts other rules in the place of these. */
    public static Map<String, Object> amend(Constitution base, Rules next) {
        return Map.of("type", "constitution.amend", "base", base.hash().hex(), "constitution", next.document());
    }

    /** Lets somebody in. */
    public static Map<String, Object> admit(Person newcomer) {
        return Map.of("type", "member.add", "key", newcomer.did());
    }

    /** Ends a membership. */
    public static Map<String, Object> exclude(Hash community, Person member) {
        return Map.of("type", "member.remove", "member", member.in(community).hex());
    }
}
