// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.policy.Evidence;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Whom the members elected. Where the constitution asks for more than the election, or elects among other ways, the
 * election is kept until the applicant has the rest of it, too.
 */
@ApplicationScoped
public class Elections {
    private static final String MODEL = "election";

    private final Gates gates;
    private final Constitutions constitutions;
    private final Sql sql;

    Elections(Gates gates, Constitutions constitutions, AgroalDataSource database) {
        this.gates = gates;
        this.constitutions = constitutions;
        this.sql = new Sql(database);
    }

    /**
     * Whether a decision to admit somebody admits by itself. It does where the constitution knows no elections: then it
     * is the members' own exception to their rules.
     */
    public boolean suffices(KnownCommunity community, PublicKey key, Instant at) {
        return !constitutions.inForce(community).admission().asks(MODEL)
                || gates.judge(community, key, at, new Elected(at, key.did())).admitted();
    }

    /** Keeps the election of somebody, and has an open application looked at again. */
    public void note(Hash community, Hash applicant, Instant at, Hash enactment) {
        sql.update("""
                insert into election (community, applicant, elected_at, enactment) values (?, ?, ?, ?)
                on conflict (community, applicant) do update set elected_at = excluded.elected_at,
                    enactment = excluded.enactment""", community.bytes(), applicant.bytes(), at, enactment.bytes());
        sql.update(
                "update application set due_at = ? where community = ? and applicant = ? and state = 'open'",
                at,
                community.bytes(),
                applicant.bytes());
    }

    /** Whether somebody was elected and has not joined since. */
    public boolean elected(Hash community, Hash applicant) {
        return sql.first(
                        "select 1 from election where community = ? and applicant = ?",
                        row -> true,
                        community.bytes(),
                        applicant.bytes())
                .orElse(false);
    }

    /** Forgets an election when its applicant has joined: who leaves is not elected for ever. */
    public void used(Hash community, Hash applicant) {
        sql.update("delete from election where community = ? and applicant = ?", community.bytes(), applicant.bytes());
    }

    private record Elected(Instant at, String signer) implements Evidence {
        @Override
        public boolean decided() {
            return true;
        }
    }
}
