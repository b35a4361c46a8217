// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;

/** Wycheproof's verdicts on ECDSA, as the proofs of passkeys and wallets see them. */
class EcdsaVectorsTest {
    private static final Pattern VECTOR = Pattern.compile(
            "\"uncompressed\": \"(\\w*)\"|\"msg\": \"(\\w*)\",\\s*\"sig\": \"(\\w*)\",\\s*\"result\": \"(\\w+)\"");
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void all484VerdictsOnP256AreOurs() {
        var text = SharedCases.text("crypto/wycheproof/ecdsa_secp256r1_sha256_test.json.gz");
        var curve = CustomNamedCurves.getByName("secp256r1").getCurve();
        var wrong = new ArrayList<String>();
        var key = new byte[0];
        int seen = 0;

        for (var vector = VECTOR.matcher(text); vector.find(); ) {
            if (vector.group(1) != null) {
                key = curve.decodePoint(hex(vector.group(1))).getEncoded(true);
                continue;
            }
            seen++;
            boolean ours = P256.verify(key, hex(vector.group(2)), hex(vector.group(3)));
            if (ours != vector.group(4).equals("valid")) wrong.add(vector.group());
        }

        assertThat(seen).isEqualTo(484);
        assertThat(wrong).isEmpty();
    }

    /**
     * These are in DER with a known key; a wallet's proof is r, s and v, and the key is found. One valid signature comes
     * from a nonce whose x is beyond the order: that takes a v of 29 or 30, which no wallet makes and nothing here takes.
     */
    @Test
    void allButOneOf463VerdictsOnWalletsAreOurs() {
        var text = SharedCases.text("crypto/wycheproof/ecdsa_secp256k1_sha256_bitcoin_test.json.gz");
        var curve = CustomNamedCurves.getByName("secp256k1").getCurve();
        var wrong = new ArrayList<String>();
        var address = new byte[0];
        int seen = 0;

        for (var vector = VECTOR.matcher(text); vector.find(); ) {
            if (vector.group(1) != null) {
                address = Secp256k1.address(curve.decodePoint(hex(vector.group(1))));
                continue;
            }
            seen++;
            boolean ours = isSigner(address, Hash.of(hex(vector.group(2))).bytes(), hex(vector.group(3)));
            if (ours != vector.group(4).equals("valid")) wrong.add(vector.group());
        }

        assertThat(seen).isEqualTo(463);
        assertThat(wrong).singleElement().asString().contains("30160211014551231950b75fc4402da1722fc9baeb020103");
    }

    private static boolean isSigner(byte[] address, byte[] digest, byte[] der) {
        if (!P256.strictDer(der)) return false;
        var signature = new byte[Secp256k1.SIGNATURE_SIZE];
        var r = new BigInteger(der, 4, der[3]);
        var s = new BigInteger(der, 6 + der[3], der[5 + der[3]]);
        if (r.bitLength() > 256 || s.bitLength() > 256) return false; // has no room in a proof
        put(r, signature, 0);
        put(s, signature, 32);
        for (byte v = 27; v <= 28; v++) {
            signature[64] = v;
            var signer = Secp256k1.recover(digest, signature);
            if (signer.isPresent() && Arrays.equals(signer.get(), address)) return true;
        }
        return false;
    }

    private static void put(BigInteger scalar, byte[] signature, int at) {
        byte[] digits = scalar.toByteArray();
        int from = Math.max(0, digits.length - 32);
        System.arraycopy(digits, from, signature, at + 32 - (digits.length - from), digits.length - from);
    }

    private static byte[] hex(String hex) {
        return HEX.parseHex(hex);
    }
}
