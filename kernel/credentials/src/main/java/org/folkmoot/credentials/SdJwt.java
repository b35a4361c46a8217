// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.credentials.Presentations.Expected;
import org.folkmoot.policy.Credential;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/** SD-JWT VCs (RFC 9901): the issuer's token, what the holder discloses of it, and the holder's signature over both. */
final class SdJwt {
    private static final Set<String> REGISTERED = Set.of("iss", "nbf", "exp", "iat", "cnf", "vct", "_sd_alg");

    private final Jws jws;

    SdJwt(Jws jws) {
        this.jws = jws;
    }

    Credential read(String text, Expected expected) {
        var parts = text.split("~", -1);
        if (parts.length < 2) throw CredentialRefused.malformed("It is neither JSON nor an SD-JWT.");
        var token = Jws.parse(parts[0], "dc+sd-jwt", "vc+sd-jwt");
        var said = token.payload();
        var issuer = Parts.key(Parts.needed(said, "iss"), Reason.ISSUER);
        jws.check(token, issuer, Reason.SIGNATURE);
        if (said.get("status").isPresent())
            throw new CredentialRefused(Reason.STATUS, "The credential may be revoked, which its issuer alone knows.");
        var holder = holder(said);
        checkBinding(text, parts[parts.length - 1], holder, expected);
        var disclosed = Disclosures.of(Arrays.asList(parts).subList(1, parts.length - 1))
                .into(said);
        var claims = new TreeMap<>(Parts.claims(disclosed));
        claims.keySet().removeIf(name -> REGISTERED.contains(name) || name.startsWith("cnf."));
        return new Credential(
                issuer.did(),
                Parts.needed(said, "vct"),
                claims,
                holder.did(),
                Parts.seconds(said, "nbf").or(() -> Parts.seconds(said, "iat")).orElse(Instant.EPOCH),
                Parts.seconds(said, "exp").orElse(Parts.WITHOUT_END));
    }

    static PublicKey holder(Json.Obj said) {
        if (said.get("cnf").isEmpty()) throw new CredentialRefused(Reason.HOLDER, "The credential is bound to no key.");
        return Jws.key(Parts.object(Parts.object(said, "cnf"), "jwk"));
    }

    /** The holder signs for whom it is, and over everything before the last tilde (RFC 9901, 4.3). */
    void checkBinding(String text, String binding, PublicKey holder, Expected expected) {
        if (binding.isEmpty()) throw new CredentialRefused(Reason.HOLDER, "The holder has not signed.");
        var token = Jws.parse(binding, "kb+jwt");
        jws.check(token, holder, Reason.HOLDER);
        var said = token.payload();
        if (!Parts.text(said, "aud").equals(Optional.of(expected.audience())))
            throw new CredentialRefused(Reason.AUDIENCE, "The key binding's aud is not " + expected.audience() + ".");
        if (!Parts.text(said, "nonce").equals(Optional.of(expected.nonce())))
            throw new CredentialRefused(Reason.NONCE, "The key binding's nonce is not " + expected.nonce() + ".");
        if (Parts.seconds(said, "iat").isEmpty()) throw CredentialRefused.malformed("The key binding has no iat.");
        var over = text.substring(0, text.length() - binding.length());
        if (!Parts.needed(said, "sd_hash").equals(hash(over)))
            throw new CredentialRefused(Reason.HOLDER, "The holder signed another presentation.");
    }

    static String hash(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Hash.of(text.getBytes(US_ASCII)).bytes());
    }
}
