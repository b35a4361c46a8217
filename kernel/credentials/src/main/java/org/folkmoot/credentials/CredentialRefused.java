// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

/** A presentation that proves nothing, and why. */
public final class CredentialRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** It has more bytes than the limit. */
        SIZE,
        /** It is not of a form that is read here. */
        MALFORMED,
        /** It is signed in a way that is not checked here. */
        SUITE,
        /** Its issuer is not named by a did:key, or by another one than the one that signed. */
        ISSUER,
        /** A signature is not the key's over what it should sign. */
        SIGNATURE,
        /** It is bound to no key, or its holder has not signed this presentation. */
        HOLDER,
        /** It was presented to somebody else. */
        AUDIENCE,
        /** It was presented for somebody else. */
        NONCE,
        /** What was disclosed is not what the issuer signed for. */
        DISCLOSURE,
        /** It may have been revoked, and only its issuer could tell. */
        STATUS
    }

    private final Reason reason;

    CredentialRefused(Reason reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    static CredentialRefused malformed(String words) {
        return new CredentialRefused(Reason.MALFORMED, words);
    }
}
