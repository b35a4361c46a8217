// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
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
    private final Constitutions constitutions;
    private final Plugins plugins;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final Sql sql;
    private final Clock clock;

    Gates(
            Constitutions constitutions,
            Plugins plugins,
            MembershipStore membership,
            KeyStore keys,
            AgroalDataSource database,
            Clock clock) {
        this.membership = membership;
        this.keys = keys;
        this.clock = clock;
        this.constitutions = constitutions;
        this.plugins = plugins;
        this.sql = new Sql(database);
    }

    /** The gate as it stands for the signer of an act. */
    public Gate gate(KnownCommunity community, Act act) {
        checkKey(act);
        var signer = act.key().did();
        return new Gate(
                community.community(),
                rule(community, signer),
                new SignersWord(clock.instant(), signer, founders(community.community())));
    }

    /** The key must speak for the actor: it is the actor's first one, or one that was added, and was not revoked. */
    private void checkKey(Act act) {
        var own = membership
                .member(act.community(), act.actor())
                .map(member -> keys.isValid(act.community(), member, act.key()))
                .orElseGet(() -> !keys.isRevoked(act.community(), act.key())
                        && act.actor().equals(MemberIds.of(act.community(), act.key())));
        if (!own)
            throw new ActRefused(
                    new ActRefusal.KeyNotValid(act.actor(), act.key().did()));
    }

    private org.folkmoot.constitution.Gate rule(KnownCommunity community, String key) {
        try {
            return plugins.admission(constitutions.inForce(community).admission());
        } catch (ConstitutionRefused missing) {
            // The rule's plugin was there when the constitution was accepted, but is not installed now.
            throw new Refused(new Refusal.AdmissionRefused(
                    key, missing.complaints().getFirst().reason()));
        }
    }

    /** What the constitution says about somebody who asked. */
    public Admission judge(KnownCommunity community, PublicKey key, Instant appliedAt, Evidence evidence) {
        var member = MemberIds.of(community.community(), key).hex();
        return rule(community, key.did()).judge(new Applicant(member, key.did(), appliedAt), evidence);
    }

    /** Refuses an act whose actor is not the one who signed: an id follows from a key. */
    public static void checkActor(Act act) {
        if (!act.actor().equals(MemberIds.of(act.community(), act.key())))
            throw new ActRefused(
                    new ActRefusal.KeyNotValid(act.actor(), act.key().did()));
    }

    /** The keys with which founders sign now; those who left admit nobody any more. */
    public Set<String> founders(Hash community) {
        return Set.copyOf(
                sql.all("""
                select key from known_member founder
                where community = ? and valid_from = 1 and valid_to is null and not exists (
                    select 1 from known_key ended where ended.community = founder.community
                    and ended.key = founder.key and ended.valid_to is not null)
                union
                select known_key.key from known_key join known_member founder using (community, member)
                where community = ? and known_key.valid_to is null
                and founder.valid_from = 1 and founder.valid_to is null""", row -> new PublicKey(row.getBytes(1)).did(), community.bytes(), community.bytes()));
    }
}
