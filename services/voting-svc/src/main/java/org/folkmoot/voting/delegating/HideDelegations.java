// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.delegating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.folkmoot.platform.acts.ActVeil;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * Keeps what was signed from whom the list would not show it to. The hash of a hidden act is told to everybody, so that whoever is
 * shown the act can tell that it is the one; it must not be what the act is fetched by.
 */
@ApplicationScoped
class HideDelegations implements ActVeil {
    private final Sql sql;
    private final ReadDelegations readDelegations;

    HideDelegations(DataSource database, ReadDelegations readDelegations) {
        this.sql = new Sql(database);
        this.readDelegations = readDelegations;
    }

    /** An act by which somebody delegated or ended it. */
    private record Signed(Hash community, String body, boolean hidden, Set<Hash> concerned) {}

    @Override
    @Transactional(TxType.SUPPORTS)
    public boolean hides(Hash act) {
        return sql.first("""
                        select community, body, hidden, array_prepend(principal, delegates)
                        from delegation where act = ?""", HideDelegations::signed, act.bytes())
                .filter(one -> !isOpen(one) && !isOwn(one))
                .isPresent();
    }

    private boolean isOpen(Signed one) {
        return !one.hidden && readDelegations.open(one.community).contains(one.body);
    }

    private boolean isOwn(Signed one) {
        return readDelegations
                .self(one.community)
                .filter(one.concerned::contains)
                .isPresent();
    }

    private static Signed signed(ResultSet row) throws SQLException {
        var concerned = (byte[][]) row.getArray(4).getArray();
        return new Signed(
                new Hash(row.getBytes(1)),
                row.getString(2),
                row.getBoolean(3),
                Arrays.stream(concerned).map(Hash::new).collect(Collectors.toSet()));
    }
}
