// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.keys;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.platform.acts.ActStore;
import org.folkmoot.platform.acts.KeptAct;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** The acts by which somebody's keys changed, and those by which guardians were named and changed them. */
@ApplicationScoped
class KeyActs {
    private static final int MOST = 1_000;

    private final Sql sql;

    KeyActs(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** In the order in which they were accepted. */
    List<KeptAct> of(Hash community, Hash member) {
        return sql.all("""
                select act, accepted_at, payload, suite, signature from accepted_act
                where community = ? and actor = ? and type in ('key.add/1', 'key.revoke/1', 'key.compromise/1', 'guardians.name/1')
                union all
                select kept.act, kept.accepted_at, kept.payload, kept.suite, kept.signature
                from recovery join recovery_approval using (recovery)
                    join accepted_act kept on kept.act = recovery_approval.act
                where recovery.community = ? and recovery.member = ? and recovery.state = 'done'
                order by accepted_at, act limit ?""", ActStore::kept, community.bytes(), member.bytes(), community.bytes(), member.bytes(), MOST);
    }
}
