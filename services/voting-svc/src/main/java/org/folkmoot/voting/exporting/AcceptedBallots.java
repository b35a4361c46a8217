// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.voting.domain.Reasons;

/** The ballots of a poll by their numbers, so that any number of them can be read a piece at a time. */
@ApplicationScoped
class AcceptedBallots {
    private final Sql sql;

    AcceptedBallots(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Some ballots behind a number. */
    @Transactional(TxType.SUPPORTS)
    List<BallotView> after(long no, long number, int limit) {
        return sql.all("""
                select number, member, act, coalesce(opened.choice, ballot.choice), power, accepted_at,
                    spoilt is null and not exists (
                        select 1 from ballot as later where later.poll_no = ballot.poll_no
                            and later.member = ballot.member and later.seq > ballot.seq)
                        and not exists (select 1 from struck where struck.poll_no = ballot.poll_no
                            and struck.member = ballot.member),
                    case when opened.choice is not null then ballot.choice end, spoilt,
                    case when position('"reason":'::bytea in payload) > 0 then payload end
                from ballot left join opened_ballot as opened using (poll_no, number)
                where poll_no = ? and number > ? order by number limit ?""", AcceptedBallots::view, no, number, limit);
    }

    private static BallotView view(ResultSet row) throws SQLException {
        return new BallotView(
                row.getLong(1),
                new Hash(row.getBytes(2)),
                new Hash(row.getBytes(3)),
                row.getString(4),
                Sql.whole(row, 5),
                Sql.instant(row, 6),
                row.getBoolean(7),
                Optional.ofNullable(row.getBytes(10)).flatMap(AcceptedBallots::reason),
                Optional.ofNullable(row.getString(8)).map(AcceptedBallots::sealed),
                Optional.ofNullable(row.getString(9)));
    }

    private static Optional<String> reason(byte[] payload) {
        return StrictJson.parse(payload) instanceof Json.Obj act
                        && act.get("body").orElse(act) instanceof Json.Obj body
                        && body.get(Reasons.NAME).orElse(body) instanceof Json.Str(String said)
                ? Optional.of(said)
                : Optional.empty();
    }

    private static String sealed(String choice) {
        return Fields.exactly((Json.Obj) StrictJson.parse(choice.getBytes(UTF_8)), Set.of("sealed"))
                .text("sealed");
    }
}
