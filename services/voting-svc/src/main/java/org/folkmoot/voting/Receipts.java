// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.folkmoot.platform.acts.ServiceKey;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Receipt;
import org.folkmoot.record.Receipt.Promise;
import org.folkmoot.record.SecretKey;
import org.jspecify.annotations.Nullable;

/** Signs receipts with the service's own key. What is signed alone is always signed in the same way. */
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

    /** The receipt of an accepted ballot, signed alone. */
    public Receipt of(Promise promise) {
        return Receipt.sign(key(), promise);
    }

    /** The receipts of ballots that were accepted together, in their order. */
    public List<Receipt> of(List<Promise> promises) {
        return Receipt.sign(key(), promises);
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
