// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * A part of a deposit, and where it goes. It moves once, however often it is asked for: every try has an id that follows from
 * what it is for, and the next one is made only after the ledger refused it.
 *
 * @param proposal the proposal that the deposit is for
 * @param amount as people write it
 * @param tries how often the ledger refused it
 */
public record Part(
        Hash community,
        Hash proposal,
        Transfer.Code code,
        String to,
        String asset,
        String amount,
        String memo,
        int tries) {
    /** How it moves. */
    public Transfer transfer() {
        return new Transfer(id(), code, Account.depositName(proposal.hex()), to, asset, amount, proposal, memo);
    }

    /** The same after the ledger refused it. */
    public Part refused() {
        return new Part(community, proposal, code, to, asset, amount, memo, tries + 1);
    }

    // A refusal is final for its id, and an account that is frozen today may be open tomorrow.
    private Hash id() {
        var parts = new TreeMap<String, Object>(
                Map.of("community", community.hex(), "proposal", proposal.hex(), "type", code.word() + "/1"));
        if (tries > 0) parts.put("try", tries);
        return Hash.of(Json.object(parts).canonical());
    }
}
