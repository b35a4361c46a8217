// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.folkmoot.platform.acts.ServiceKey;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Receipt;
import org.folkmoot.record.SecretKey;
import org.jspecify.annotations.Nullable;

/** Signs receipts with the service's own key. The same ballot always has the same receipt. */
@ApplicationScoped
public class Receipts {
    private final ServiceKey source;
    private volatile @Nullable SecretKey key;

    Receipts(ServiceKey source) {
        this.source = source;
    }

    /** Fetches the key before the first ballot comes: the event loop must not wait for it. */
    void prepare(@Observes DatabaseReady ready) {
        key();
    }

    /** The receipt of an accepted ballot. */
    public Receipt of(Hash act, Hash poll, long number, Instant acceptedAt) {
        return Receipt.sign(key(), act, poll, number, acceptedAt);
    }

    /** Whose signature receipts have. */
    public PublicKey signer() {
        return key().publicKey();
    }

    private SecretKey key() {
        var known = key;
        if (known == null) key = known = source.get();
        return known;
    }
}
