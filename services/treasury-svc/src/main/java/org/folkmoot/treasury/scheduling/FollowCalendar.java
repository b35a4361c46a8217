// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.RoleRevokedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;

/** Notes which rules are in force since when, and when who was a member. */
@ApplicationScoped
@Priority(1) // after the accounts were opened
class FollowCalendar implements Subscription {
    private final CalendarStore calendars;
    private final AssetStore assets;

    FollowCalendar(CalendarStore calendars, AssetStore assets) {
        this.calendars = calendars;
        this.assets = assets;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.IDENTITY);
    }

    @Override
    public Facts facts() {
        return Facts.on(CommunityFoundedV1.class, this::found)
                .and(ConstitutionAmendedV1.class, this::amended)
                .and(
                        MembersAddedV1.class,
                        added -> calendars.reach(added.community(), added.position(), added.addedAt()))
                .and(
                        MemberRemovedV1.class,
                        removed -> calendars.reach(removed.community(), removed.position(), removed.removedAt()))
                .and(
                        RoleGrantedV1.class,
                        granted -> calendars.reach(granted.community(), granted.position(), granted.grantedAt()))
                .and(
                        RoleRevokedV1.class,
                        revoked -> calendars.reach(revoked.community(), revoked.position(), revoked.revokedAt()));
    }

    /** What the ledger takes nothing from orders nothing either. */
    private void amended(ConstitutionAmendedV1 amended) {
        var community = Hash.parse(amended.community());
        var next = Constitution.read(amended.constitution().getBytes(UTF_8));
        assets.checkScales(community, next.assets().values());
        calendars.rule(community, next.hash());
    }

    private void found(CommunityFoundedV1 founded) {
        calendars.reach(founded.community(), founded.position(), founded.foundedAt());
        calendars.rule(Hash.parse(founded.community()), Hash.parse(founded.constitutionHash()));
    }
}
