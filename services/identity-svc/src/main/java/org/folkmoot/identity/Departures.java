// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;

/**
 * Ends memberships, whatever ends them, and with each what is held about the person. An application that the person had made
 * and that was not decided ends, too: whoever was let in otherwise and is out again would be let in once more by time alone.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Departures {
    private final MembershipStore membership;
    private final PersonalData personalData;
    private final Outbox outbox;
    private final Sql sql;

    Departures(MembershipStore membership, PersonalData personalData, Outbox outbox, AgroalDataSource database) {
        this.membership = membership;
        this.personalData = personalData;
        this.outbox = outbox;
        this.sql = new Sql(database);
    }

    /** Ends one, under the community's lock, and gives the position that the community reached. */
    public long end(KnownCommunity community, Hash member, Instant at, String cause) {
        var id = community.community();
        long position = community.position() + 1;
        membership.remove(id, position, member);
        sql.update("""
                update application set state = 'admitted', words = 'Admitted otherwise.', decided_at = ?, due_at = null
                where community = ? and applicant = ? and state = 'open'""", at, id.bytes(), member.bytes());
        personalData.erase(id, member, at, cause);
        outbox.add(new MemberRemovedV1(id.hex(), position, at, member.hex(), cause));
        return position;
    }
}
