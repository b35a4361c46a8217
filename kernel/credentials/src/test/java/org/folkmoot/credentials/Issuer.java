// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.record.Json;
import org.folkmoot.record.SecretKey;

/** Issues and presents credentials as an office and a wallet would. */
final class Issuer {
    static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

    private Issuer() {}

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static String jws(SecretKey key, Map<String, Object> header, Map<String, Object> payload) {
        var signed = base64(Json.object(header).canonicalText()) + "."
                + base64(Json.object(payload).canonicalText());
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(signed.getBytes(UTF_8)));
    }

    static String disclosure(Object... parts) {
        return base64(Json.of(List.of(parts)).canonicalText());
    }

    static Map<String, Object> jwk(SecretKey key) {
        var x = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.publicKey().bytes());
        return Map.of("kty", "OKP", "crv", "Ed25519", "x", x);
    }

    /** An SD-JWT without its key binding, which ends with a tilde. */
    static String sdJwt(SecretKey issuer, Map<String, Object> payload, List<String> disclosures) {
        var token = jws(issuer, Map.of("alg", "EdDSA", "typ", "dc+sd-jwt"), payload);
        return token + "~"
                + String.join("", disclosures.stream().map(one -> one + "~").toList());
    }

    static String bound(String sdJwt, SecretKey holder, Map<String, Object> changes) {
        var payload = new TreeMap<String, Object>(Map.of(
                "aud", "urn:folkmoot:community:1", "iat", 1_790_000_000, "nonce", "n-1", "sd_hash", SdJwt.hash(sdJwt)));
        payload.putAll(changes);
        return sdJwt + jws(holder, Map.of("alg", "EdDSA", "typ", "kb+jwt"), payload);
    }

    /** A document with its proof. */
    static Json.Obj proved(SecretKey key, Map<String, Object> document, Map<String, Object> options) {
        var did = key.publicKey().did();
        var proof = new TreeMap<String, Object>(Map.of(
                "type",
                "DataIntegrityProof",
                "cryptosuite",
                "eddsa-jcs-2022",
                "verificationMethod",
                did + "#" + did.substring("did:key:".length())));
        proof.putAll(options);
        var signature = key.sign(DataIntegrity.signed(Json.object(document), Json.object(proof)));
        proof.put("proofValue", "z" + base58(signature));
        var proved = new TreeMap<>(document);
        proved.put("proof", proof);
        return Json.object(proved);
    }

    static String base58(byte[] bytes) {
        var alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        var text = new StringBuilder();
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BigInteger.valueOf(58)))
            text.append(alphabet.charAt(rest.mod(BigInteger.valueOf(58)).intValue()));
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) text.append('1');
        return text.reverse().toString();
    }
}
