// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActProblems;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.SignedAct;
import org.folkmoot.treasury.ChosenId;
import org.folkmoot.treasury.domain.Leg;

/** Reads what a member signed to spend, as far as that can be done without the database. */
@ApplicationScoped
class ReadSpending {
    static final String TYPE = "treasury.spend/1";

    private static final int LONGEST = 500;
    private static final Set<String> NEEDED = Set.of("amount", "asset", "from", "id", "to");
    private static final Set<String> OPTIONAL = Set.of("memo", "role");

    private final ActDesk desk;

    ReadSpending(ActDesk desk) {
        this.desk = desk;
    }

    Spending read(Hash community, byte[] envelope) {
        var act = desk.open(envelope, Expected.of(TYPE, community));
        try {
            return spending(act);
        } catch (Malformed e) {
            throw new ActRefused(ActProblems.of(e));
        }
    }

    private static Spending spending(SignedAct act) {
        var body = Fields.of(act.act().body(), NEEDED, OPTIONAL);
        var memo = body.has("memo") ? body.text("memo") : "";
        var role = body.has("role") ? Optional.of(body.text("role")) : Optional.<String>empty();
        var id = body.text("id");
        if (memo.length() > LONGEST || id.length() > LONGEST) throw wrong("a text is too long");
        if (memo.indexOf(0) >= 0) throw wrong("a text has a null character");
        var leg = new Leg(body.text("from"), body.text("to"), body.text("asset"), body.text("amount"));
        return new Spending(act, ChosenId.of(act, id, "spending/1"), leg, role, memo);
    }

    private static ActRefused wrong(String detail) {
        return new ActRefused(new ActRefusal.PayloadMalformed("shape", 0, detail));
    }
}
