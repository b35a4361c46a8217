// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.policy.Evidence.Recognition;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;

/** What other communities said about applicants. */
@ApplicationScoped
class RecognitionStore {
    private final Sql sql;

    RecognitionStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** A later statement of the same signer takes the place of the one before. */
    void put(Application application, Statement statement) {
        sql.update(
                """
                insert into recognition (community, applicant, other, signer, since, stated_at, statement)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (community, applicant, other, signer) do update set since = excluded.since,
                    stated_at = excluded.stated_at, statement = excluded.statement""",
                application.community().bytes(),
                application.applicant().bytes(),
                statement.community().bytes(),
                statement.signer().bytes(),
                statement.since(),
                statement.at(),
                statement.id().bytes());
    }

    long count(Application application) {
        return sql.first(
                        "select count(*) from recognition where community = ? and applicant = ?",
                        row -> row.getLong(1),
                        application.community().bytes(),
                        application.applicant().bytes())
                .orElseThrow();
    }

    /** One for each other community: of what its officers say, the latest beginning and the oldest word. */
    List<Recognition> of(Application application) {
        return sql.all(
                """
                select other, max(since), min(stated_at), array_agg(signer order by signer) from recognition
                where community = ? and applicant = ? group by other order by other""",
                row -> {
                    var other = new Hash(row.getBytes(1));
                    return new Recognition(
                            other.hex(),
                            MemberIds.of(other, application.key()).hex(),
                            Sql.instant(row, 2),
                            Sql.instant(row, 3),
                            Arrays.stream((byte[][]) row.getArray(4).getArray())
                                    .map(signer -> new PublicKey(signer).did())
                                    .toList());
                },
                application.community().bytes(),
                application.applicant().bytes());
    }

    /** A decided application needs them no more. */
    void drop(Application application) {
        sql.update(
                "delete from recognition where community = ? and applicant = ?",
                application.community().bytes(),
                application.applicant().bytes());
    }
}
