// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.time.Instant;
import java.util.Map;

/**
 * What an issuer certified and the applicant presented. The signature is the issuer's; whether the issuer is to be
 * believed is for the rule to say.
 *
 * @param issuer the issuer's did:key
 * @param type what it certifies: a verifiable credential's type, or an SD-JWT's {@code vct}
 * @param claims what it says about the holder, as far as it was disclosed
 * @param holder the key to which it is bound, which has signed the presentation; empty if it is bound to none
 * @param from when it begins to hold
 * @param until when it holds no longer
 */
public record Credential(
        String issuer, String type, Map<String, String> claims, String holder, Instant from, Instant until) {
    public Credential {
        claims = Ordered.copy(claims);
    }
}
