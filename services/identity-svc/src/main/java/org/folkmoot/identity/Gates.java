// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.record.Act;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;

/**
 * Finds out by whose word a community admits. Who signs need not be a member: a constitution may trust a key that only
 * admits.
 */
@ApplicationScoped
public class Gates {
    private final Rulebook rulebook;
    private final Plugins plugins;
    private final Sql sql;
    private final Clock clock;

    Gates(Rulebook rulebook, Plugins plugins, AgroalDataSource database, Clock clock) {
        this.clock = clock;
        this.rulebook = rulebook;
        this.plugins = plugins;
        this.sql = new Sql(database);
    }

    /** The gate as it stands for the signer of an act. */
    public Gate gate(KnownCommunity community, Act act) {
        var signer = act.key().did();
        try {
            var rule = plugins.admission(rulebook.inForce(community).admission());
            return new Gate(
                    community.community(),
                    rule,
                    new SignersWord(clock.instant(), signer, founders(community.community())));
        } catch (ConstitutionRefused missing) {
            // The rule's plugin was there when the constitution was accepted, but is not installed now.
            throw new Refused(new Refusal.AdmissionRefused(
                    signer, missing.complaints().getFirst().reason()));
        }
    }

    /** Refuses an act whose actor is not the one who signed: an id follows from a key. */
    public static void checkActor(Act act) {
        if (!act.actor().equals(MemberIds.of(act.community(), act.key())))
            throw new ActRefused(
                    new ActRefusal.KeyNotValid(act.actor(), act.key().did()));
    }

    /** Founders who left admit nobody any more. */
    private Set<String> founders(Hash community) {
        return Set.copyOf(sql.all(
                "select key from known_member where community = ? and valid_from = 1 and valid_to is null order by member",
                row -> new PublicKey(row.getBytes(1)).did(),
                community.bytes()));
    }
}
