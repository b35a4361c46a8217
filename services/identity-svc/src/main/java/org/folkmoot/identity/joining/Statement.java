// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import java.time.Instant;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.BadSignature;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PasskeyRefused;
import org.folkmoot.record.PasskeyRules;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.UnsupportedSuite;
import org.folkmoot.record.Verifier;

/**
 * What an officer of another community says about one of its members: the act {@value #ACT} of that community, about the
 * member's id there, whose body has the member's key, since when it is a member, and when this is said. Whose word counts
 * is for the constitution to say.
 *
 * @param id the hash of the act
 * @param community the other community
 */
record Statement(Hash id, Hash community, PublicKey signer, PublicKey key, Instant since, Instant at) {
    static final String ACT = "member.recognize/1";

    private static final Set<String> BODY = Set.of("at", "key", "since");

    /** Reads a statement that holds now, or refuses it. */
    static Statement read(Json json, Verifier verifier, Instant now) {
        if (!(json instanceof Json.Obj object)) throw refused("A statement is an envelope.");
        try {
            var envelope = Envelope.read(object.canonical());
            // Where passkeys of another community may be used is not known here.
            envelope.check(PasskeyRules.NONE);
            var opened = Acts.open(envelope, verifier.strict());
            return of(opened.id(), opened.act(), now);
        } catch (BadSignature | PasskeyRefused | UnsupportedSuite _) {
            throw refused("A statement is not signed by the key that it names, or by a passkey.");
        }
    }

    private static Statement of(Hash id, Act act, Instant now) {
        if (!act.type().equals(ACT)) throw refused("A statement is the act " + ACT + ".");
        if (now.isAfter(Instant.ofEpochSecond(act.notAfter()))) throw refused("A statement is over.");
        var body = Fields.exactly(act.body(), BODY);
        var key = body.key("key");
        var since = body.time("since");
        var at = body.time("at");
        if (!act.subject().equals(MemberIds.of(act.community(), key)))
            throw refused("A statement is about another member than its key's.");
        if (since.isAfter(at) || at.isAfter(now)) throw refused("A statement is of a time to come.");
        return new Statement(id, act.community(), act.key(), key, since, at);
    }

    static Refused refused(String words) {
        return new Refused(new Refusal.StatementInvalid(words));
    }
}
