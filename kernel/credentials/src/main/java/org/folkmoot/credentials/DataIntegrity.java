// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.credentials.Presentations.Expected;
import org.folkmoot.policy.Credential;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Suite;

/**
 * W3C Verifiable Credentials 2.0 with Data Integrity proofs of the suite eddsa-jcs-2022: the issuer's proof on the
 * credential, and on the presentation around it the proof of the key that the credential is about.
 */
final class DataIntegrity {
    private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";
    private static final String SUITE = "eddsa-jcs-2022";
    private static final int SIGNATURE = 64;
    private static final Set<String> GENERAL = Set.of("VerifiableCredential");

    private final Jws jws;

    DataIntegrity(Jws jws) {
        this.jws = jws;
    }

    Credential read(String text, Expected expected) {
        var presentation = JsonText.object(text);
        checkKind(presentation, "VerifiablePresentation");
        var credential = only(presentation, "verifiableCredential");
        checkKind(credential, "VerifiableCredential");
        if (credential.get("credentialStatus").isPresent())
            throw new CredentialRefused(Reason.STATUS, "The credential may be revoked, which its issuer alone knows.");
        var issuer = Parts.key(issuer(credential), Reason.ISSUER);
        var certified = check(credential, issuer, "assertionMethod", Reason.SIGNATURE);
        var subject = Parts.object(credential, "credentialSubject");
        var holder = Parts.key(
                Parts.text(subject, "id")
                        .orElseThrow(() -> new CredentialRefused(Reason.HOLDER, "The credential is about no key.")),
                Reason.HOLDER);
        var presented = check(presentation, holder, "authentication", Reason.HOLDER);
        if (!Parts.text(presented, "domain").equals(Optional.of(expected.audience())))
            throw new CredentialRefused(
                    Reason.AUDIENCE, "The presentation's domain is not " + expected.audience() + ".");
        if (!Parts.text(presented, "challenge").equals(Optional.of(expected.nonce())))
            throw new CredentialRefused(Reason.NONCE, "The presentation's challenge is not " + expected.nonce() + ".");
        var claims = new LinkedHashMap<>(Parts.claims(subject));
        claims.remove("id");
        return new Credential(
                issuer.did(),
                kind(credential),
                claims,
                holder.did(),
                Parts.time(credential, "validFrom").orElse(Instant.EPOCH),
                until(credential, certified));
    }

    /** Checks a document's one proof, and gives the proof. */
    Json.Obj check(Json.Obj document, PublicKey key, String purpose, Reason otherwise) {
        var proof = Parts.object(document, "proof");
        if (!Parts.needed(proof, "type").equals("DataIntegrityProof")
                || !Parts.needed(proof, "cryptosuite").equals(SUITE)
                || key.suite() != Suite.ED25519)
            throw new CredentialRefused(Reason.SUITE, "Only proofs of the suite " + SUITE + " are checked.");
        if (!Parts.needed(proof, "proofPurpose").equals(purpose))
            throw new CredentialRefused(otherwise, "The proof is not for the purpose " + purpose + ".");
        var did = key.did();
        if (!Parts.needed(proof, "verificationMethod").equals(did + "#" + did.substring("did:key:".length())))
            throw new CredentialRefused(otherwise, "The proof is not by " + did + ".");
        var value = Parts.needed(proof, "proofValue");
        if (!value.startsWith("z")
                || !jws.verify(key, signed(document, proof), Base58.decode(value.substring(1), SIGNATURE)))
            throw new CredentialRefused(otherwise, "The proof is not one of " + did + " over this.");
        return proof;
    }

    /** What the proof signs (vc-di-eddsa, 3.3): the hash of its own options and the hash of the document without it. */
    static byte[] signed(Json.Obj document, Json.Obj proof) {
        var bare = without(document, "proof");
        // A proof may name the contexts that it was made under: then these are the document's first ones.
        var contexts = proof.get("@context");
        if (contexts.isPresent()) {
            var there = list(document.get("@context"));
            var said = list(contexts);
            if (there.size() < said.size() || !there.subList(0, said.size()).equals(said))
                throw CredentialRefused.malformed("The proof was made under other contexts.");
            var members = new LinkedHashMap<>(bare.members());
            members.put("@context", contexts.get());
            bare = new Json.Obj(members);
        }
        var options = Hash.of(without(proof, "proofValue").canonical()).bytes();
        var hash = Hash.of(bare.canonical()).bytes();
        var signed = new byte[options.length + hash.length];
        System.arraycopy(options, 0, signed, 0, options.length);
        System.arraycopy(hash, 0, signed, options.length, hash.length);
        return signed;
    }

    private static Json.Obj without(Json.Obj object, String name) {
        var members = new LinkedHashMap<>(object.members());
        members.remove(name);
        return new Json.Obj(members);
    }

    private static void checkKind(Json.Obj document, String type) {
        var contexts = list(document.get("@context"));
        if (contexts.isEmpty() || !contexts.getFirst().equals(new Json.Str(CONTEXT)))
            throw CredentialRefused.malformed("Its first context is not " + CONTEXT + ".");
        if (!list(document.get("type")).contains(new Json.Str(type)))
            throw CredentialRefused.malformed("It is not a " + type + ".");
    }

    /** The type that says more than that it is a credential. */
    private static String kind(Json.Obj credential) {
        return list(credential.get("type")).stream()
                .flatMap(type -> type instanceof Json.Str(String word) ? Stream.of(word) : Stream.of())
                .filter(word -> !GENERAL.contains(word))
                .findFirst()
                .orElse("VerifiableCredential");
    }

    private static String issuer(Json.Obj credential) {
        return credential.get("issuer").orElse(null) instanceof Json.Obj named
                ? Parts.needed(named, "id")
                : Parts.needed(credential, "issuer");
    }

    /** The one object that a member has, alone or in an array. */
    private static Json.Obj only(Json.Obj object, String name) {
        var values = list(object.get(name));
        if (values.size() == 1 && values.getFirst() instanceof Json.Obj one) return one;
        throw CredentialRefused.malformed("There is not one " + name + ".");
    }

    private static List<Json> list(Optional<Json> value) {
        return value.map(found -> found instanceof Json.Arr(List<Json> items) ? items : List.of(found))
                .orElse(List.of());
    }

    /** A proof may end before what it proves. */
    private static Instant until(Json.Obj credential, Json.Obj proof) {
        return Stream.of(Parts.time(credential, "validUntil"), Parts.time(proof, "expires"))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(Parts.WITHOUT_END);
    }
}
