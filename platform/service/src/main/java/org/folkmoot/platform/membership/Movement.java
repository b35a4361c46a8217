// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Account;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.record.Hash;

/** Money that moved at a place in a journal, and what of it members, the community's own accounts and the supply notice. */
record Movement(long place, String debit, String credit, String asset, BigInteger amount) {
    private record Side(String account, BigInteger by) {}

    static Movement of(TransferPostedV1 posted) {
        return new Movement(posted.number(), posted.debit(), posted.credit(), posted.asset(), posted.amount());
    }

    private Stream<Side> sides() {
        return debit.equals(credit)
                ? Stream.empty()
                : Stream.of(new Side(debit, amount.negate()), new Side(credit, amount));
    }

    /** What members have more or less of, by member and asset. */
    Stream<BalanceHistory.Change> balances() {
        return sides().flatMap(side ->
                member(side.account)
                        .map(member -> new BalanceHistory.Change(List.of(member, asset), place, side.by))
                        .stream());
    }

    /** What the accounts have more or less of that the community declares, by account and asset. */
    Stream<BalanceHistory.Change> funds() {
        return sides().filter(side -> Account.isOwn(side.account))
                .map(side -> new BalanceHistory.Change(List.of(side.account, asset), place, side.by));
    }

    /** What there is more or less of, by asset: the account that it is issued from goes the other way. */
    Stream<BalanceHistory.Change> supplies() {
        return sides().filter(side -> side.account.startsWith(Account.ISSUANCE))
                .map(side -> new BalanceHistory.Change(List.of(asset), place, side.by.negate()));
    }

    /** An account of anybody else is not called by an id. */
    private static Optional<Hash> member(String account) {
        var id = account.startsWith(Account.MEMBER) ? account.substring(Account.MEMBER.length()) : "";
        return id.length() == 2 * Hash.SIZE ? Optional.of(Hash.parse(id)) : Optional.empty();
    }
}
