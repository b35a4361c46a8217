// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Issued;

/**
 * How everything stands where a course begins.
 *
 * @param at the moment
 * @param accounts all accounts of the asset that members and the community have, and the one that it is issued from
 * @param issued what was issued in the period of that moment
 * @param owed what members owe of it
 * @param members how many members there are, each of whom is looked at in every period
 */
public record Standing(
        Hash community,
        Instant at,
        Asset asset,
        List<Account> accounts,
        Issued issued,
        List<Debts.Owed> owed,
        int members) {
    public Standing {
        accounts = List.copyOf(accounts);
        owed = List.copyOf(owed);
    }
}
