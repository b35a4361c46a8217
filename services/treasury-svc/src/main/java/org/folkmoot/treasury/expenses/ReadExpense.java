// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import jakarta.enterprise.context.ApplicationScoped;
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

/** Reads what members signed about expenses, as far as that can be done without the database. */
@ApplicationScoped
class ReadExpense {
    private static final int LONGEST = 500;

    private final ActDesk desk;

    ReadExpense(ActDesk desk) {
        this.desk = desk;
    }

    /** What somebody wants to be paid back; the id is the claimant's to choose. */
    record Claim(SignedAct act, String id, String from, String asset, String amount, Hash receipt, String memo) {
        /** What the claim is called. */
        Hash expense() {
            return ChosenId.of(act, id, "expense/1");
        }
    }

    /** That somebody approves or refuses a claim. */
    record Verdict(SignedAct act, Hash expense, boolean approves) {}

    Claim claim(Hash community, byte[] envelope) {
        var act = desk.open(envelope, Expected.of("expense.claim/1", community));
        try {
            var body = Fields.of(act.act().body(), Set.of("id", "from", "asset", "amount", "receipt"), Set.of("memo"));
            return new Claim(
                    act,
                    brief(body, "id"),
                    brief(body, "from"),
                    brief(body, "asset"),
                    brief(body, "amount"),
                    body.hash("receipt"),
                    body.has("memo") ? brief(body, "memo") : "");
        } catch (Malformed e) {
            throw new ActRefused(ActProblems.of(e));
        }
    }

    Verdict approval(Hash community, byte[] envelope) {
        return verdict(desk.open(envelope, Expected.of("expense.approve/1", community)), true);
    }

    Verdict refusal(Hash community, byte[] envelope) {
        return verdict(desk.open(envelope, Expected.of("expense.refuse/1", community)), false);
    }

    private static Verdict verdict(SignedAct act, boolean approves) {
        try {
            return new Verdict(
                    act, Fields.exactly(act.act().body(), Set.of("expense")).hash("expense"), approves);
        } catch (Malformed e) {
            throw new ActRefused(ActProblems.of(e));
        }
    }

    private static String brief(Fields body, String name) {
        var text = body.text(name);
        if (text.length() > LONGEST)
            throw new ActRefused(new ActRefusal.PayloadMalformed("shape", 0, name + " is too long"));
        return text;
    }
}
