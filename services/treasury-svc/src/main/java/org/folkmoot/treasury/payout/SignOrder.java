// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Map;
import org.folkmoot.platform.acts.ServiceKey;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/**
 * Signs orders with the service's own key, as a JSON Web Signature whose payload is the order's bytes and is left out (RFC
 * 7515, appendix F). Whoever pays sees by it that the order is that of the decision.
 */
@ApplicationScoped
class SignOrder {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ServiceKey key;

    SignOrder(ServiceKey key) {
        this.key = key;
    }

    /** Whose signature orders have. */
    PublicKey signer() {
        return key.get().publicKey();
    }

    /** The header and the signature, with nothing between their two dots. */
    String sign(byte[] order) {
        var secret = key.get();
        var header = BASE64.encodeToString(
                Json.object(Map.of("alg", "EdDSA", "kid", secret.publicKey().did(), "typ", "payment-order+jws"))
                        .canonicalText()
                        .getBytes(UTF_8));
        var signature = secret.sign((header + "." + BASE64.encodeToString(order)).getBytes(US_ASCII));
        return header + ".." + BASE64.encodeToString(signature);
    }
}
