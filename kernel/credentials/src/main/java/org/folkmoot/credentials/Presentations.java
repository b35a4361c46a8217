// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.policy.Credential;
import org.folkmoot.record.Verifier;

/** Reads presentations: a verifiable presentation in JSON, or an SD-JWT with its key binding. */
public final class Presentations {
    /** The most bytes of a presentation. */
    public static final int MOST = 32 * 1024;

    private final Jws jws;

    /** Takes what checks signatures; it must refuse keys that are not admissible. */
    public Presentations(Verifier verifier) {
        this.jws = new Jws(verifier);
    }

    /**
     * To whom a credential is presented, and for whom.
     *
     * @param audience the verifier: a presentation's domain, or a key binding's aud
     * @param nonce what makes it useless for others: a presentation's challenge, or a key binding's nonce
     */
    public record Expected(String audience, String nonce) {}

    /** What was certified, or {@link CredentialRefused}. Whether it holds now is for the caller to look at. */
    public Credential read(String presentation, Expected expected) {
        if (presentation.getBytes(UTF_8).length > MOST)
            throw new CredentialRefused(Reason.SIZE, "A presentation has at most " + MOST + " bytes.");
        return presentation.startsWith("{")
                ? new DataIntegrity(jws).read(presentation, expected)
                : new SdJwt(jws).read(presentation, expected);
    }
}
