// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.policy.Evidence.Attestation;
import org.folkmoot.policy.Evidence.Vouch;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** What people said about each other: vouches, attestations and objections. */
@ApplicationScoped
class VoiceStore {
    /** The most that one member may say, or that may be said about one applicant, of each kind. */
    static final int MOST = 1_000;

    private final Sql sql;

    VoiceStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** False if this member vouched for that one before. */
    boolean vouch(Hash community, Hash member, Hash voucher, Instant at, Hash act) {
        return sql.update("""
                        insert into vouch (community, member, voucher, given_at, act) values (?, ?, ?, ?, ?)
                        on conflict do nothing""", community.bytes(), member.bytes(), voucher.bytes(), at, act.bytes()) == 1;
    }

    /** How many vouches a member has given. */
    long given(Hash community, Hash voucher) {
        return count("select count(*) from vouch where community = ? and voucher = ?", community, voucher);
    }

    /** How many vouches somebody has. */
    long received(Hash community, Hash member) {
        return count("select count(*) from vouch where community = ? and member = ?", community, member);
    }

    /** The vouches for somebody by those who are members now, with what else is known of each voucher. */
    List<Vouch> vouches(Hash community, Hash member) {
        return sql.all(
                """
                select vouch.voucher, known.since, vouch.given_at,
                    array(select other.given_at from vouch other where other.community = vouch.community
                        and other.voucher = vouch.voucher and other.member <> vouch.member order by other.given_at),
                    array(select expulsion.expelled_at from vouch other join expulsion using (community, member)
                        where other.community = vouch.community and other.voucher = vouch.voucher
                        and expulsion.expelled_at > other.given_at and expulsion.overturned_at is null order by expulsion.expelled_at)
                from vouch join known_member known
                    on known.community = vouch.community and known.member = vouch.voucher and known.valid_to is null
                where vouch.community = ? and vouch.member = ? order by vouch.voucher""",
                row -> new Vouch(
                        new Hash(row.getBytes(1)).hex(),
                        Sql.instant(row, 2),
                        Sql.instant(row, 3),
                        instants(row.getArray(4)),
                        instants(row.getArray(5))),
                community.bytes(),
                member.bytes());
    }

    /** False if this key attested the same about that applicant before. */
    boolean attest(Hash community, Hash applicant, PublicKey attester, String claim, Instant at, Hash act) {
        return sql.update("""
                        insert into attestation (community, applicant, attester, claim, given_at, act)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""", community.bytes(), applicant.bytes(), attester.bytes(), claim, at, act.bytes()) == 1;
    }

    /** What was attested about an applicant. */
    List<Attestation> attestations(Hash community, Hash applicant) {
        return sql.all(
                """
                select attester, claim, given_at from attestation where community = ? and applicant = ?
                order by given_at, attester, claim""",
                row -> new Attestation(new PublicKey(row.getBytes(1)).did(), row.getString(2), Sql.instant(row, 3)),
                community.bytes(),
                applicant.bytes());
    }

    /** False if this member objected to that application before. */
    boolean object(Application application, Hash member, String reason, Instant at) {
        return sql.update(
                        """
                        insert into objection (community, applicant, application, member, reason, given_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        application.community().bytes(),
                        application.applicant().bytes(),
                        application.act().bytes(),
                        member.bytes(),
                        reason,
                        at)
                == 1;
    }

    /** How many objected to an application who are members now. */
    long objections(Application application) {
        return sql.first(
                        """
                        select count(*) from objection join known_member known using (community, member)
                        where objection.community = ? and applicant = ? and application = ? and known.valid_to is null""",
                        row -> row.getLong(1),
                        application.community().bytes(),
                        application.applicant().bytes(),
                        application.act().bytes())
                .orElseThrow();
    }

    private long count(String query, Hash community, Hash member) {
        return sql.first(query, row -> row.getLong(1), community.bytes(), member.bytes())
                .orElseThrow();
    }

    private static List<Instant> instants(Array times) throws SQLException {
        return Arrays.stream((Timestamp[]) times.getArray())
                .map(Timestamp::toInstant)
                .toList();
    }
}
