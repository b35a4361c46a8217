// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The signed promise that a ballot was taken in, as which number and when. With it a voter can prove that it was dropped.
 *
 * <p>Promises that are made at once are signed together, because a signature costs as much as all the rest: then the signature
 * is over the root of a tree whose leaves are the promises, and each receipt has its place in it.
 *
 * @param place where the promise stands among those that were signed with it; nothing if it was signed alone
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Receipt(Promise promise, PublicKey signer, byte[] signature, Optional<Place> place) {
    /** The media type under which the promise of one receipt is signed. */
    public static final String MEDIA_TYPE = "application/vnd.folkmoot.receipt.v1+json";
    /** The type under which the 32 bytes of a root are signed. */
    public static final String ROOT_TYPE = "application/vnd.folkmoot.receipts.v1";

    private static final Set<String> MEMBERS = Set.of("acceptedAt", "act", "number", "poll", "signature", "signer");
    private static final Set<String> PLACE = Set.of("place");
    private static final Set<String> PLACE_MEMBERS = Set.of("index", "path", "size");
    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_SIZE = 1 << 20;
    private static final int SIGNATURE_SIZE = 64;

    /** What is promised: that an act was taken in as a ballot of a poll, as which number and when. */
    public record Promise(Hash act, Hash poll, long number, Instant acceptedAt) {
        public Promise {
            if (number < 0 || number > Json.MAX_INTEGER) throw new IllegalArgumentException("not a number: " + number);
        }

        /** Every part is plain ASCII and stands in its order, so this text is already the canonical JSON. */
        private byte[] text(String signer, String place, String signature) {
            var text = "{\"acceptedAt\":\"" + Times.text(acceptedAt) + "\",\"act\":\"" + act.hex() + "\",\"number\":"
                    + number + "," + place + "\"poll\":\"" + poll.hex() + "\"," + signature + "\"signer\":\"" + signer
                    + "\"}";
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * Where a promise stands in a tree as RFC 6962 has it, whose leaves are the promises with their signer.
     *
     * @param path what has to be hashed with the leaf, from its neighbour up
     */
    public record Place(int index, int size, List<Hash> path) {
        public Place {
            if (index < 0 || index >= size || size > MAX_SIZE) throw Fields.wrong("no place in a tree");
            path = List.copyOf(path);
        }

        private static Place read(Json.Obj json) {
            var fields = Fields.exactly(json, PLACE_MEMBERS);
            return new Place(
                    (int) Math.min(fields.count("index"), MAX_SIZE),
                    (int) Math.min(fields.count("size"), MAX_SIZE + 1L),
                    fields.hashes("path"));
        }

        private String text() {
            var hashes = path.stream().map(hash -> "\"" + hash.hex() + "\"").collect(Collectors.joining(","));
            return "\"place\":{\"index\":" + index + ",\"path\":[" + hashes + "],\"size\":" + size + "},";
        }
    }

    public Receipt {
        if (signature.length != SIGNATURE_SIZE) throw Fields.wrong("a signature has 64 bytes");
        signature = signature.clone();
    }

    /** Signs one promise. */
    public static Receipt sign(SecretKey secret, Promise promise) {
        var signer = secret.publicKey();
        byte[] text = promise.text(signer.did(), "", "");
        return new Receipt(promise, signer, secret.sign(Pae.encode(MEDIA_TYPE, text)), Optional.empty());
    }

    /** Signs promises together, and gives a receipt for each, in their order. */
    public static List<Receipt> sign(SecretKey secret, List<Promise> promises) {
        if (promises.isEmpty()) return List.of();
        if (promises.size() == 1) return List.of(sign(secret, promises.getFirst()));
        var signer = secret.publicKey();
        var did = signer.did();
        var tree = Merkle.tree(promises.stream()
                .map(promise -> Merkle.leaf(promise.text(did, "", "")))
                .toList());
        byte[] signature = secret.sign(Pae.encode(ROOT_TYPE, tree.root().bytes()));
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < promises.size(); i++) {
            var place = new Place(i, promises.size(), tree.proofs().get(i));
            receipts.add(new Receipt(promises.get(i), signer, signature, Optional.of(place)));
        }
        return receipts;
    }

    /** Reads a receipt. Spaces and the order of its members are free, since the promise is written anew to check it. */
    public static Receipt read(byte[] json) {
        var fields = Fields.of(StrictJson.parseWrapper(json, MAX_BYTES), MEMBERS, PLACE);
        return new Receipt(
                new Promise(fields.hash("act"), fields.hash("poll"), fields.count("number"), fields.time("acceptedAt")),
                fields.key("signer"),
                fields.base64("signature"),
                fields.has("place") ? Optional.of(Place.read(fields.object("place"))) : Optional.empty());
    }

    /** Says whether the signer, who must be known from elsewhere, has signed this. */
    public boolean verify(Verifier verifier) {
        byte[] text = promise.text(signer.did(), "", "");
        return place.map(found -> Merkle.root(Merkle.leaf(text), found.index, found.size, found.path)
                        .map(root -> Pae.encode(ROOT_TYPE, root.bytes())))
                .orElseGet(() -> Optional.of(Pae.encode(MEDIA_TYPE, text)))
                .filter(signed -> verifier.verify(signer, signed, signature))
                .isPresent();
    }

    /** Writes the receipt. */
    public byte[] json() {
        return promise.text(
                signer.did(),
                place.map(Place::text).orElse(""),
                "\"signature\":\"" + Base64.getEncoder().encodeToString(signature) + "\",");
    }

    /** The act that was taken in. */
    public Hash act() {
        return promise.act;
    }

    /** The poll whose ballot it is. */
    public Hash poll() {
        return promise.poll;
    }

    /** The ballot's number in its poll. */
    public long number() {
        return promise.number;
    }

    /** When it was taken in. */
    public Instant acceptedAt() {
        return promise.acceptedAt;
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt receipt
                && promise.equals(receipt.promise)
                && signer.equals(receipt.signer)
                && Arrays.equals(signature, receipt.signature)
                && place.equals(receipt.place);
    }

    @Override
    public int hashCode() {
        return 31 * promise.hashCode() + Arrays.hashCode(signature);
    }
}
