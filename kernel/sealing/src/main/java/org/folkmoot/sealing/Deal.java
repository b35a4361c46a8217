// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a trustee gives to the making of a key: the first message of COCKTAIL-DKG. It can lie open, because each share is
 * encrypted to the trustee that it is for.
 *
 * @param commitments the public sides of the trustee's coefficients
 * @param proof that the trustee knows the first of them
 * @param ephemeral the key that the shares were encrypted with
 * @param shares an encrypted share for every trustee
 */
public record Deal(List<Point> commitments, byte[] proof, Point ephemeral, List<byte[]> shares) {
    static final int SEALED_SHARE = Scalars.SIZE + Aes.TAG;

    public Deal {
        commitments = List.copyOf(commitments);
        proof = proof.clone();
        shares = shares.stream().map(byte[]::clone).toList();
    }

    @Override
    public byte[] proof() {
        return proof.clone();
    }

    /** The message. */
    public byte[] bytes() {
        var bytes = new Bytes().put(commitments).put(proof).put(ephemeral);
        for (var share : shares) bytes.high8(share.length).put(share);
        return bytes.all();
    }

    /** Reads the message of a trustee, or throws {@link SealingRefused}. */
    public static Deal decode(Ceremony ceremony, byte[] bytes) {
        var reader = new Bytes.Reader(bytes);
        var commitments = new ArrayList<Point>();
        for (int i = 0; i < ceremony.quorum(); i++) commitments.add(reader.point());
        var proof = reader.take(Schnorr.SIZE);
        var ephemeral = reader.point();
        var shares = new ArrayList<byte[]>();
        for (int i = 0; i < ceremony.trustees().size(); i++) {
            if (reader.high8() != SEALED_SHARE) throw new SealingRefused("An encrypted share has 48 bytes.");
            shares.add(reader.take(SEALED_SHARE));
        }
        reader.finish();
        return new Deal(commitments, proof, ephemeral, shares);
    }

    /** What its proof signs. */
    static byte[] signed(byte[] context, List<Point> commitments, Point ephemeral) {
        return new Bytes().put(context).put(commitments).put(ephemeral).all();
    }
}
