// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.function.Consumer;

/** Puts acts into envelopes and takes them out again. */
public final class Acts {
    private Acts() {}

    /** Signs an act with the key that it names. */
    public static Envelope sign(SigningKey secret, Act draft) {
        if (!draft.key().equals(secret.publicKey()))
            throw new IllegalArgumentException("the act names another key than the one that signs");
        byte[] payload = draft.payload();
        return new Envelope(payload, draft.key().suite().label(), secret.prove(draft, payload));
    }

    /** Reads the act and checks its signature. */
    public static SignedAct open(Envelope envelope, Verifier verifier) {
        return open(envelope, _ -> {}, verifier);
    }

    /** Reads the act, lets the caller refuse it while that is still cheap, and then checks its signature. */
    public static SignedAct open(Envelope envelope, Consumer<Act> beforehand, Verifier verifier) {
        var act = envelope.act();
        beforehand.accept(act);
        if (!envelope.provenBy(act, verifier)) throw new BadSignature();
        return new SignedAct(act, envelope);
    }
}
