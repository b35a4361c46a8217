// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.keys;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.acts.ActStore;
import org.folkmoot.platform.acts.KeptAct;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** The acts by which somebody's keys changed, and those by which guardians were named and changed them. */
@ApplicationScoped
class KeyActs {
    private static final String CHANGING = """
            with changing as (
                select act, accepted_at, payload, suite, signature from accepted_act
                where community = ? and actor = ? and type in ('key.add/1', 'key.revoke/1', 'key.compromise/1', 'guardians.name/1')
                union all
                select kept.act, kept.accepted_at, kept.payload, kept.suite, kept.signature
                from recovery join recovery_approval using (recovery)
                    join accepted_act kept on kept.act = recovery_approval.act
                where recovery.community = ? and recovery.member = ? and recovery.state = 'done')
            select act, accepted_at, payload, suite, signature from changing""";

    private static final String FIRST = CHANGING + " order by accepted_at, act limit ?";

    private static final String NEXT = CHANGING
            + " where (accepted_at, act) > (select accepted_at, act from changing where act = ?)"
            + " order by accepted_at, act limit ?";

    private final Sql sql;

    KeyActs(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** So many at most behind an act, or from the first one on, in the order in which they were accepted. */
    List<KeptAct> of(Hash community, Hash member, Optional<Hash> after, int rows) {
        var place = community.bytes();
        var whose = member.bytes();
        return after.map(last -> sql.all(NEXT, ActStore::kept, place, whose, place, whose, last.bytes(), rows))
                .orElseGet(() -> sql.all(FIRST, ActStore::kept, place, whose, place, whose, rows));
    }
}
