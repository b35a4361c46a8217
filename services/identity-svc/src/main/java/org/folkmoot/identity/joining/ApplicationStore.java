// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** The table of applications. Whoever writes holds the community's lock. */
@ApplicationScoped
class ApplicationStore {
    private static final String APPLICATION =
            "select community, applicant, key, act, applied_at, state, decided_at," + " words from application where ";

    private final Sql sql;

    ApplicationStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    Optional<Application> find(Hash community, Hash applicant) {
        return sql.first(
                APPLICATION + "community = ? and applicant = ?",
                ApplicationStore::read,
                community.bytes(),
                applicant.bytes());
    }

    /** The open application of somebody; anybody else's is refused. */
    Application openOne(Hash community, Hash applicant) {
        var application = find(community, applicant)
                .orElseThrow(() -> new Refused(new Refusal.ApplicantUnknown(community, applicant)));
        if (!application.isOpen())
            throw new Refused(new Refusal.ApplicationDecided(applicant, ApplicationView.word(application.state())));
        return application;
    }

    /**
     * Holds an application until the transaction ends. News of balances come without the community's lock; so what comes
     * while an application is judged has it looked at again, and is not overwritten by the judgement.
     */
    void hold(Application application) {
        sql.first(
                "select 1 from application where community = ? and applicant = ? for update",
                row -> true,
                application.community().bytes(),
                application.applicant().bytes());
    }

    /** Open applications in the order of the applicants' ids. */
    List<Application> open(Hash community, Optional<Hash> after, int limit) {
        return sql.all(
                APPLICATION + "community = ? and state = 'open' and applicant > ? order by applicant limit ?",
                ApplicationStore::read,
                community.bytes(),
                after.map(Hash::bytes).orElse(new byte[0]),
                limit);
    }

    /** Begins an application, in the place of one that was decided. */
    void insert(Hash community, Hash applicant, PublicKey key, Hash act, Instant at) {
        sql.update("""
                insert into application (community, applicant, key, act, applied_at, state) values (?, ?, ?, ?, ?, 'open')
                on conflict (community, applicant) do update set key = excluded.key, act = excluded.act,
                    applied_at = excluded.applied_at, state = 'open', decided_at = null, words = '', due_at = null""", community.bytes(), applicant.bytes(), key.bytes(), act.bytes(), at);
    }

    void decide(Application application, Application.State state, String words, Instant at) {
        sql.update(
                """
                update application set state = ?, words = ?, decided_at = ?, due_at = null
                where community = ? and applicant = ?""",
                state.name().toLowerCase(Locale.ROOT),
                words,
                at,
                application.community().bytes(),
                application.applicant().bytes());
    }

    /** Leaves an application open, and says when time alone may change that. */
    void wait(Application application, String words, Instant due) {
        sql.update(
                "update application set words = ?, due_at = ? where community = ? and applicant = ?",
                words,
                due,
                application.community().bytes(),
                application.applicant().bytes());
    }

    /** Looks at an application again later, so that one that cannot be judged does not hold up the others. */
    void postpone(Due due, Instant later) {
        sql.update(
                "update application set due_at = ? where community = ? and applicant = ?",
                later,
                due.community().bytes(),
                due.applicant().bytes());
    }

    /** Applications for which the time has come. */
    List<Due> due(Instant now, int limit) {
        return sql.all("""
                select community, applicant from application where state = 'open' and due_at <= ?
                order by due_at limit ?""", row -> new Due(new Hash(row.getBytes(1)), new Hash(row.getBytes(2))), now, limit);
    }

    /** Whether an admission used something up before. */
    boolean isUsed(Hash community, String nullifier) {
        return sql.first(
                        "select from nullifier where community = ? and nullifier = ?",
                        _ -> true,
                        community.bytes(),
                        name(community, nullifier).bytes())
                .isPresent();
    }

    /** Notes what an admission uses up. */
    void use(Hash community, String nullifier, Hash member) {
        sql.update(
                "insert into nullifier (community, nullifier, member) values (?, ?, ?) on conflict do nothing",
                community.bytes(),
                name(community, nullifier).bytes(),
                member.bytes());
    }

    private static Hash name(Hash community, String nullifier) {
        return Hash.of((community.hex() + "|" + nullifier).getBytes(UTF_8));
    }

    /** An application that is to be looked at again. */
    record Due(Hash community, Hash applicant) {}

    private static Application read(ResultSet row) throws SQLException {
        var decided = row.getTimestamp(7);
        return new Application(
                new Hash(row.getBytes(1)),
                new Hash(row.getBytes(2)),
                new PublicKey(row.getBytes(3)),
                new Hash(row.getBytes(4)),
                Sql.instant(row, 5),
                Application.State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                decided == null ? Optional.empty() : Optional.of(Sql.instant(row, 7)),
                row.getString(8));
    }
}
