// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/** The signed promise that a ballot was taken in, as which number and when. With it a voter can prove that it was dropped. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Receipt(Hash act, Hash poll, long number, Instant acceptedAt, PublicKey signer, byte[] signature) {
    /** The media type under which receipts are signed. */
    public static final String MEDIA_TYPE = "application/vnd.folkmoot.receipt.v1+json";

    private static final Set<String> MEMBERS = Set.of("acceptedAt", "act", "number", "poll", "signature", "signer");
    private static final int MAX_BYTES = 4 * 1024;
    private static final int SIGNATURE_SIZE = 64;

    public Receipt {
        if (number < 0 || number > Json.MAX_INTEGER) throw new IllegalArgumentException("not a number: " + number);
        if (signature.length != SIGNATURE_SIZE) throw Fields.wrong("a signature has 64 bytes");
        signature = signature.clone();
    }

    /** Signs that a ballot was taken in. */
    public static Receipt sign(SecretKey secret, Hash act, Hash poll, long number, Instant acceptedAt) {
        var signer = secret.publicKey();
        byte[] promise = text(act, poll, number, acceptedAt, signer, "");
        return new Receipt(act, poll, number, acceptedAt, signer, secret.sign(Pae.encode(MEDIA_TYPE, promise)));
    }

    /** Reads a receipt. Spaces and the order of its members are free, since the promise is written anew to check it. */
    public static Receipt read(byte[] json) {
        var fields = Fields.exactly(StrictJson.parseWrapper(json, MAX_BYTES), MEMBERS);
        return new Receipt(
                fields.hash("act"),
                fields.hash("poll"),
                fields.count("number"),
                fields.time("acceptedAt"),
                fields.key("signer"),
                fields.base64("signature"));
    }

    /** Says whether the signer, who must be known from elsewhere, has signed this. */
    public boolean verify(Verifier verifier) {
        byte[] promise = text(act, poll, number, acceptedAt, signer, "");
        return verifier.verify(signer, Pae.encode(MEDIA_TYPE, promise), signature);
    }

    /** Writes the receipt. */
    public byte[] json() {
        var member = "\"signature\":\"" + Base64.getEncoder().encodeToString(signature) + "\",";
        return text(act, poll, number, acceptedAt, signer, member);
    }

    /** Every part is plain ASCII and stands in its order, so this text is already the canonical JSON. */
    private static byte[] text(
            Hash act, Hash poll, long number, Instant acceptedAt, PublicKey signer, String signature) {
        var text = "{\"acceptedAt\":\"" + Times.text(acceptedAt) + "\",\"act\":\"" + act.hex() + "\",\"number\":"
                + number + ",\"poll\":\"" + poll.hex() + "\"," + signature + "\"signer\":\"" + signer.did() + "\"}";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt receipt
                && act.equals(receipt.act)
                && poll.equals(receipt.poll)
                && number == receipt.number
                && acceptedAt.equals(receipt.acceptedAt)
                && signer.equals(receipt.signer)
                && Arrays.equals(signature, receipt.signature);
    }

    @Override
    public int hashCode() {
        return 31 * act.hashCode() + Arrays.hashCode(signature);
    }
}
