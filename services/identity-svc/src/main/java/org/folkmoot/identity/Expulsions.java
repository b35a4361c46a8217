// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** Who was expelled when, and who appealed against it. Whoever writes holds the community's lock. */
@ApplicationScoped
public class Expulsions {
    private final Sql sql;

    Expulsions(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Notes that the members expelled somebody. */
    public void add(Hash community, Hash member, Instant at) {
        sql.update(
                "insert into expulsion (community, member, expelled_at) values (?, ?, ?)",
                community.bytes(),
                member.bytes(),
                at);
    }

    /** The last expulsion of somebody that was not overturned. */
    public Optional<Expulsion> last(Hash community, Hash member) {
        return sql.first(
                """
                select expelled_at, appealed_at, grounds from expulsion
                where community = ? and member = ? and overturned_at is null order by expelled_at desc limit 1""",
                row -> new Expulsion(
                        Sql.instant(row, 1),
                        row.getTimestamp(2) == null ? Optional.empty() : Optional.of(Sql.instant(row, 2)),
                        Optional.ofNullable(row.getString(3))),
                community.bytes(),
                member.bytes());
    }

    /** Notes that somebody appealed against an expulsion. */
    public void appeal(Hash community, Hash member, Expulsion against, Instant at, String grounds, Hash act) {
        sql.update("""
                update expulsion set appealed_at = ?, grounds = ?, appeal_act = ?
                where community = ? and member = ? and expelled_at = ? and appealed_at is null""", at, grounds, act.bytes(), community.bytes(), member.bytes(), against.at());
    }

    /** Overturns an expulsion that was appealed against; false if there is none. It then counts against nobody. */
    public boolean overturn(Hash community, Hash member, Instant at) {
        return last(community, member)
                .filter(expulsion -> expulsion.appealedAt().isPresent())
                .map(expulsion -> sql.update(
                                "update expulsion set overturned_at = ? where community = ? and member = ? and expelled_at = ?",
                                at,
                                community.bytes(),
                                member.bytes(),
                                expulsion.at())
                        == 1)
                .orElse(false);
    }

    /** An expulsion, and the appeal against it if there is one. */
    public record Expulsion(Instant at, Optional<Instant> appealedAt, Optional<String> grounds) {}
}
