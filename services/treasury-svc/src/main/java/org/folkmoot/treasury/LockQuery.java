// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.folkmoot.treasury.Wanted.bytes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Seat;

/**
 * The question of a batch for the accounts that it is about, which it locks in the order of their numbers, so that no two
 * batches wait for each other.
 *
 * @param at when holds are due
 */
record LockQuery(Hash community, long ledger, Wanted wanted, OffsetDateTime at) {
    private static final String LOCK = """
            with wanted as (
                select (select a.no from account a where a.community = ? and a.name = w.name and a.asset = w.asset) as no
                    from unnest(?, ?) as w (name, asset)
                union select unnest(array[debit, credit]) from hold where ledger = ? and state = 'held' and deadline <= ?
                %s)
            select %s, a.no, (select assets_defined_in from ledger where no = ?),
                exists (select from transfer where ledger = ? and id = any (?))
                    or exists (select from hold where ledger = ? and state = 'held' and deadline <= ?)
            from account a where a.no = any (array(select no from wanted where no is not null))
            order by a.no for update of a""";

    private static final String ORDINARY = LOCK.formatted("", AccountStore.COLUMNS);

    // Accounts of holds that are asked for, and of what is to be reversed, are found with those that are named.
    private static final String WITH_IDS = LOCK.formatted("""
            union select unnest(array[debit, credit]) from hold where ledger = ? and id = any (?)
                union select unnest(array[debit, credit]) from transfer where ledger = ? and id = any (?)""", AccountStore.COLUMNS);

    /** An account that is locked now, and what every row says beside it. */
    record Locked(Account account, long no, long assetsDefinedIn, boolean more) {}

    /** What was found; accounts that are not there are left out. */
    record Found(List<Locked> accounts) {
        /** The transaction that defined the assets last, if any account is there to say so. */
        Optional<Long> assetsDefinedIn() {
            return accounts.stream().findFirst().map(Locked::assetsDefinedIn);
        }

        /** Whether there may be more to know: some ids are taken already, or some holds are due. */
        boolean more() {
            return accounts.stream().findFirst().map(Locked::more).orElse(true);
        }
    }

    Found ask(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(wanted.isOrdinary() ? ORDINARY : WITH_IDS)) {
            fill(connection, statement);
            var accounts = new ArrayList<Locked>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) accounts.add(locked(rows));
            }
            return new Found(accounts);
        }
    }

    private static Locked locked(ResultSet rows) throws SQLException {
        return new Locked(AccountStore.account(rows), rows.getLong(11), rows.getLong(12), rows.getBoolean(13));
    }

    private void fill(Connection connection, PreparedStatement statement) throws SQLException {
        var values = new ArrayList<Object>();
        values.add(community.hex());
        values.add(connection.createArrayOf("text", AccountStore.texts(wanted.seats(), Seat::name)));
        values.add(connection.createArrayOf("text", AccountStore.texts(wanted.seats(), Seat::asset)));
        values.add(ledger);
        values.add(at);
        if (!wanted.isOrdinary()) {
            values.add(ledger);
            values.add(connection.createArrayOf("bytea", bytes(wanted.holds())));
            values.add(ledger);
            values.add(connection.createArrayOf("bytea", bytes(wanted.reversed())));
        }
        values.add(ledger);
        values.add(ledger);
        values.add(connection.createArrayOf("bytea", bytes(wanted.ids())));
        values.add(ledger);
        values.add(at);
        for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
    }
}
