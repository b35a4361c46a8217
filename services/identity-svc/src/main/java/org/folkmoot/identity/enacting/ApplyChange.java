// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.identity.Departures;
import org.folkmoot.identity.Elections;
import org.folkmoot.identity.Expulsions;
import org.folkmoot.identity.domain.CannotEnact;
import org.folkmoot.identity.domain.Change;
import org.folkmoot.identity.domain.Outcome;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;

/** Changes members or rules as an action says. Every refusal comes before the first change. */
@ApplicationScoped
class ApplyChange {
    private static final int TWO = 2;

    private final Constitutions constitutions;
    private final Plugins plugins;
    private final MembershipStore membership;
    private final ChangeRoles changeRoles;
    private final KeyStore keys;
    private final Departures departures;
    private final Elections elections;
    private final Expulsions expulsions;
    private final Outbox outbox;
    private final Sql sql;

    ApplyChange(
            Constitutions constitutions,
            Plugins plugins,
            MembershipStore membership,
            ChangeRoles changeRoles,
            KeyStore keys,
            Departures departures,
            Elections elections,
            Expulsions expulsions,
            Outbox outbox,
            AgroalDataSource database) {
        this.changeRoles = changeRoles;
        this.keys = keys;
        this.departures = departures;
        this.elections = elections;
        this.expulsions = expulsions;
        this.constitutions = constitutions;
        this.plugins = plugins;
        this.membership = membership;
        this.outbox = outbox;
        this.sql = new Sql(database);
    }

    Outcome handle(Due due, Json.Obj action) {
        try {
            var result = switch (Change.read(action, constitutions.inForce(due.community()), plugins)) {
                case Change.Add(PublicKey key) -> add(due, key);
                case Change.Remove(Hash member) -> remove(due, member);
                case Change.Reinstate(Hash member) -> reinstate(due, member);
                case Change.Amend(Constitution next) -> amend(due, next);
                case Change.Grant grant -> changeRoles.grant(due, grant);
                case Change.Revoke revoke -> changeRoles.revoke(due, revoke);
            };
            return new Outcome.Enacted(result.hex());
        } catch (CannotEnact refused) {
            return refused.failed();
        } catch (PluginFailed failure) {
            return new Outcome.Failed("plugin-failed", failure.sentence());
        } catch (Refused refused) {
            // The plugin of the rules of admission is not there: it may be when this is tried again.
            if (!(refused.refusal() instanceof Refusal.AdmissionRefused missing)) throw refused;
            return new Outcome.Failed("admission-refused", missing.detail());
        }
    }

    private Hash add(Due due, PublicKey key) {
        var community = due.community().community();
        var member = MemberIds.of(community, key);
        if (membership.member(community, member).isPresent())
            throw new CannotEnact("already-member", key.did() + " is a member already.");
        if (keys.isKnown(community, key))
            throw new CannotEnact("key-taken", key.did() + " is, or once was, a key of some member.");
        if (elections.suffices(due.community(), key, due.now())) return admit(due, new Admission(member, key));
        elections.note(community, member, due.now(), Hash.parse(due.order().enactment()));
        return member;
    }

    private Hash reinstate(Due due, Hash member) {
        var community = due.community().community();
        if (membership.member(community, member).isPresent())
            throw new CannotEnact("already-member", member + " is a member already.");
        if (!expulsions.overturn(community, member, due.now()))
            throw new CannotEnact("appeal-unknown", "Nobody called " + member + " appealed against an expulsion.");
        var last = membership.last(community, member).orElseThrow();
        return admit(due, new Admission(member, last.key()));
    }

    private Hash admit(Due due, Admission joining) {
        var community = due.community().community();
        long position = due.community().position() + 1;
        membership.add(community, position, due.now(), List.of(joining));
        var entry = new MemberEntry(joining.member().hex(), joining.key().did());
        outbox.add(new MembersAddedV1(
                community.hex(),
                position,
                due.now(),
                List.of(entry),
                due.order().enactment()));
        return joining.member();
    }

    private Hash remove(Due due, Hash member) {
        var community = due.community().community();
        if (membership.member(community, member).isEmpty())
            throw new CannotEnact("not-a-member", "Nobody called " + member + " is a member.");
        if (membership.members(community, Optional.empty(), TWO).size() < TWO)
            throw new CannotEnact("last-member", "A community keeps its last member.");
        departures.end(due.community(), member, due.now(), due.order().enactment());
        expulsions.add(community, member, due.now());
        return member;
    }

    private Hash amend(Due due, Constitution next) {
        var known = due.community();
        var document = new String(next.canonical(), UTF_8);
        membership.amend(known.community(), known.constitution(), next.hash(), document, due.now());
        // A community is called what its rules call it.
        sql.update(
                "update known_community set name = ? where community = ?",
                next.name(),
                known.community().bytes());
        outbox.add(new ConstitutionAmendedV1(
                known.community().hex(),
                known.constitution().hex(),
                next.hash().hex(),
                document,
                due.now(),
                due.order().proposal()));
        return next.hash();
    }
}
