// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.proposals.domain.Sponsorship;

/** Who stands behind which proposal, in plain SQL, because it is only added to. The lock on the proposal is held. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Sponsorships {
    private final Sql sql;

    Sponsorships(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Keeps a name; false if it was there. */
    public boolean add(String proposal, Sponsorship sponsorship) {
        return sql.update("""
                        insert into sponsorship (proposal, member, act, at) values (?, ?, ?, ?)
                        on conflict (proposal, member) do nothing""", proposal, sponsorship.member(), sponsorship.act(), sponsorship.at()) == 1;
    }

    /** Lists who stands behind a proposal, the first one first. */
    List<Sponsorship> of(String proposal) {
        return sql.all(
                "select member, act, at from sponsorship where proposal = ? order by at, act",
                row -> new Sponsorship(row.getString(1), row.getString(2), Sql.instant(row, 3)),
                proposal);
    }
}
