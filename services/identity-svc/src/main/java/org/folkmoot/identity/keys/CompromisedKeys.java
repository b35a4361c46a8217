// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.keys;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** The keys of which members said that somebody else had them. */
@ApplicationScoped
class CompromisedKeys {
    private final Sql sql;

    CompromisedKeys(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** False if the key was marked before: the first word stands. */
    boolean add(Hash community, Hash member, Mark mark) {
        return sql.update(
                        """
                        insert into compromised_key (community, key, member, since, marked_at, act)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        community.bytes(),
                        mark.key().bytes(),
                        member.bytes(),
                        mark.since(),
                        mark.markedAt(),
                        mark.act().bytes())
                == 1;
    }

    List<Mark> of(Hash community, Hash member) {
        return sql.all(
                """
                select key, since, marked_at, act from compromised_key where community = ? and member = ?
                order by marked_at, key""",
                row -> new Mark(
                        new PublicKey(row.getBytes(1)),
                        Sql.instant(row, 2),
                        Sql.instant(row, 3),
                        new Hash(row.getBytes(4))),
                community.bytes(),
                member.bytes());
    }

    /** Since when somebody else may have signed with a key, and the act that says so. */
    public record Mark(PublicKey key, Instant since, Instant markedAt, Hash act) {}
}
