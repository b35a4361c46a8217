// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SignedAct;
import org.folkmoot.treasury.domain.Order;

/**
 * What a member signed to pay: one or many orders, each all or nothing and each for itself.
 *
 * @param lines the bytes that the act names by their hash
 */
record Payment(SignedAct act, List<Order> orders, Optional<byte[]> lines) {
    Hash community() {
        return act.act().community();
    }

    Hash actor() {
        return act.act().actor();
    }

    PublicKey key() {
        return act.act().key();
    }
}
