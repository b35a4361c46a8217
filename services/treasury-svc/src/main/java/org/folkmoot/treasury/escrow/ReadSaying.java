// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActProblems;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.SignedAct;

/** Reads what a member signed about an escrow, as far as that can be done without the database. */
@ApplicationScoped
class ReadSaying {
    private static final int LONGEST = 500;

    private final ActDesk desk;

    ReadSaying(ActDesk desk) {
        this.desk = desk;
    }

    /** An act about an escrow. */
    record Said<T>(SignedAct act, Hash escrow, T body) {
        Hash community() {
            return act.act().community();
        }

        Hash actor() {
            return act.act().actor();
        }
    }

    /** To take what is due of a stream. */
    record Withdrawal(String id, Optional<String> amount) {}

    /** That something was done, which somebody wants to be paid for. */
    record Claim(Hash work, String memo) {}

    Said<Withdrawal> withdrawal(Hash community, byte[] envelope) {
        return read(
                community,
                envelope,
                "stream.withdraw/1",
                Set.of("escrow", "id"),
                Set.of("amount"),
                body -> new Withdrawal(
                        brief(body, "id"), body.has("amount") ? Optional.of(brief(body, "amount")) : Optional.empty()));
    }

    /** That what a tranche is for is done. */
    Said<Long> attestation(Hash community, byte[] envelope) {
        return read(
                community,
                envelope,
                "grant.attest/1",
                Set.of("escrow", "number"),
                Set.of(),
                body -> body.count("number"));
    }

    Said<Claim> claim(Hash community, byte[] envelope) {
        return read(
                community,
                envelope,
                "bounty.claim/1",
                Set.of("escrow", "work"),
                Set.of("memo"),
                body -> new Claim(body.hash("work"), body.has("memo") ? brief(body, "memo") : ""));
    }

    /** To whom a bounty should go. */
    Said<String> award(Hash community, byte[] envelope) {
        return read(community, envelope, "bounty.award/1", Set.of("escrow", "to"), Set.of(), body -> brief(body, "to"));
    }

    private <T> Said<T> read(
            Hash community,
            byte[] envelope,
            String type,
            Set<String> required,
            Set<String> optional,
            Function<Fields, T> body) {
        var act = desk.open(envelope, Expected.of(type, community));
        try {
            var fields = Fields.of(act.act().body(), required, optional);
            return new Said<>(act, fields.hash("escrow"), body.apply(fields));
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
