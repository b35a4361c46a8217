// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import java.time.Instant;
import java.util.Optional;
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
import org.folkmoot.record.PasskeyRefused;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.UnsupportedSuite;
import org.folkmoot.record.Verifier;

/**
 * What a new key signs before it is a member's, so that nobody claims somebody else's: the act {@value #ACT} of the
 * member, about the member, in an envelope that is part of the act that adds the key.
 */
public record Consent(PublicKey key, Envelope envelope) {
    /** The type of the act. */
    public static final String ACT = "key.accept/1";

    private static final Set<String> NOTHING = Set.of();

    /** Reads the consent to be a key of this member, which must still be good, or refuses it. */
    public static Consent read(Json json, Hash community, Hash member, Verifier verifier, Instant now) {
        var object = object(json);
        try {
            var envelope = Envelope.read(object.canonical());
            var act = Acts.open(envelope, said -> check(said, community, member), verifier)
                    .act();
            if (now.isAfter(Instant.ofEpochSecond(act.notAfter())))
                throw new Refused(new Refusal.ConsentInvalid("The consent is over."));
            return new Consent(act.key(), envelope);
        } catch (BadSignature | PasskeyRefused _) {
            throw new Refused(new Refusal.ConsentInvalid("The new key has not signed its consent."));
        } catch (UnsupportedSuite _) {
            throw new Refused(new Refusal.ConsentInvalid("The consent is signed in a way that is not known here."));
        }
    }

    private static void check(Act act, Hash community, Hash member) {
        Fields.exactly(act.body(), NOTHING);
        if (!act.type().equals(ACT)
                || !act.community().equals(community)
                || !act.actor().equals(member)
                || !act.subject().equals(member))
            throw new Refused(new Refusal.ConsentInvalid(
                    "The consent is not the act " + ACT + " of this member, about this member, in this community."));
        if (!act.key().admissible())
            throw new Refused(new Refusal.KeyInvalid(act.key().did(), Optional.empty()));
    }

    private static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) return object;
        throw new Refused(new Refusal.ConsentInvalid("The consent is not an envelope."));
    }
}
