// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import java.util.Set;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * What the act of a registration signs for: so many members, whose lines have this hash.
 *
 * @param roll the SHA-256 of the members' lines, each with the newline that ends it
 */
public record Registration(long count, Hash roll) {
    /** The type of the act. */
    public static final String ACT = "member.register/1";

    /** The most members that one act admits, because it does so in one transaction. */
    public static final long MOST = 1_000_000;

    private static final Set<String> MEMBERS = Set.of("count", "roll");

    public Registration {
        if (count < 1 || count > MOST) throw new Refused(new Refusal.CountInvalid(count, MOST));
    }

    /** Reads the body of the act. */
    public static Registration read(Json.Obj body) {
        var fields = Fields.exactly(body, MEMBERS);
        return new Registration(fields.count("count"), fields.hash("roll"));
    }

    /** Refuses lines of which there are too many already. */
    public void checkNotAbove(long found) {
        if (found > count) throw new Refused(new Refusal.CountMismatch(count, found));
    }

    /** Refuses lines that are not the ones signed for. */
    public void check(long found, Hash hash) {
        if (found != count) throw new Refused(new Refusal.CountMismatch(count, found));
        if (!hash.equals(roll)) throw new Refused(new Refusal.RollMismatch(roll, hash));
    }
}
