// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
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
import org.folkmoot.treasury.domain.Attested;

/** Reads what a member signed to attest, as far as that can be done without the database. */
@ApplicationScoped
class ReadAttestation {
    static final String TYPE = "treasury.attest/1";

    private static final Set<String> MOVED = Set.of("account", "amount", "asset", "at", "kind", "reference");
    private static final Set<String> PAID = Set.of("kind", "outcome", "payout", "reference");
    private static final int LONGEST = 200;

    private final ActDesk desk;

    ReadAttestation(ActDesk desk) {
        this.desk = desk;
    }

    /** What was signed. */
    record Said(SignedAct act, What what) {}

    /** What was said, before anybody looked whether there is such a thing. */
    sealed interface What {
        record Moved(Attested.Kind kind, String asset, String account, String amount, String reference, Instant at)
                implements What {}

        record Paid(Hash payout, String reference, boolean done) implements What {}
    }

    Said handle(Hash community, byte[] envelope) {
        var act = desk.open(envelope, Expected.of(TYPE, community));
        try {
            return new Said(act, what(act));
        } catch (Malformed e) {
            throw new ActRefused(ActProblems.of(e));
        }
    }

    private static What what(SignedAct act) {
        var body = act.act().body();
        var written = Fields.of(
                        body,
                        Set.of("kind"),
                        Set.of("account", "amount", "asset", "at", "outcome", "payout", "reference"))
                .text("kind");
        var kind = Arrays.stream(Attested.Kind.values())
                .filter(known -> known.word().equals(written))
                .findFirst()
                .orElseThrow(() -> wrong("kind is none of deposit, withdrawal and payout"));
        return switch (kind) {
            case DEPOSIT, WITHDRAWAL -> moved(kind, Fields.exactly(body, MOVED));
            case PAYOUT -> paid(Fields.exactly(body, PAID));
        };
    }

    private static What moved(Attested.Kind kind, Fields body) {
        return new What.Moved(
                kind,
                name(body, "asset"),
                name(body, "account"),
                name(body, "amount"),
                reference(body),
                body.time("at"));
    }

    private static What paid(Fields body) {
        return new What.Paid(
                body.hash("payout"),
                reference(body),
                switch (body.text("outcome")) {
                    case "done" -> true;
                    case "failed" -> false;
                    default -> throw wrong("outcome is neither done nor failed");
                });
    }

    private static String reference(Fields body) {
        var text = body.text("reference");
        if (Attested.isReference(text)) return text;
        throw wrong("reference is not 1 to " + Attested.LONGEST_REFERENCE + " visible characters with single spaces");
    }

    private static String name(Fields body, String name) {
        var text = body.text(name);
        if (text.length() <= LONGEST && text.indexOf(0) < 0) return text;
        throw wrong(name + " is too long, or has a null character");
    }

    private static ActRefused wrong(String detail) {
        return new ActRefused(new ActRefusal.PayloadMalformed("shape", 0, detail));
    }
}
