// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.util.ArrayList;
import java.util.List;

/**
 * What everybody may see of the making of a key, with every trustee's signature: whoever has it computes the key, and
 * knows that these trustees made it.
 */
public final class Certificate {
    private Certificate() {}

    /** Puts it together from what all trustees gave and signed, or throws {@link SealingRefused}. */
    public static byte[] of(Ceremony ceremony, List<Deal> deals, List<byte[]> signatures) {
        var bytes = new Bytes();
        for (int i = 0; i < deals.size(); i++) {
            var deal = deals.get(i);
            bytes.put(deal.commitments())
                    .put(deal.proof())
                    .put(deal.ephemeral())
                    .put(signatures.get(i));
        }
        byte[] certificate = bytes.all();
        key(ceremony, certificate);
        return certificate;
    }

    /** Computes the key that it certifies, or throws {@link SealingRefused}. */
    public static GroupKey key(Ceremony ceremony, byte[] certificate) {
        var reader = new Bytes.Reader(certificate);
        var deals = new ArrayList<Deal>();
        var signatures = new ArrayList<byte[]>();
        for (int i = 0; i < ceremony.trustees().size(); i++) {
            var commitments = new ArrayList<Point>();
            for (int k = 0; k < ceremony.quorum(); k++) commitments.add(reader.point());
            deals.add(new Deal(commitments, reader.take(Schnorr.SIZE), reader.point(), List.of()));
            signatures.add(reader.take(Schnorr.SIZE));
        }
        reader.finish();
        var key = ceremony.key(deals);
        byte[] transcript = ceremony.transcript(deals);
        for (int i = 0; i < signatures.size(); i++)
            if (!Schnorr.verify(ceremony.trustees().get(i), transcript, signatures.get(i)))
                throw Ceremony.blame(i + 1, "it did not sign this certificate").get();
        return key;
    }
}
