// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.RoleRevokedV1;
import org.folkmoot.identity.domain.CannotEnact;
import org.folkmoot.identity.domain.Change;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.record.Hash;

/** Gives roles and takes them. A role that is held already is given anew: its term begins again. */
@ApplicationScoped
class ChangeRoles {
    private final MembershipStore membership;
    private final RoleStore roles;
    private final Outbox outbox;

    ChangeRoles(MembershipStore membership, RoleStore roles, Outbox outbox) {
        this.membership = membership;
        this.roles = roles;
        this.outbox = outbox;
    }

    Hash grant(Due due, Change.Grant grant) {
        checkMember(due.community().community(), grant.member());
        var until = grant.lasts().map(due.now()::plus).orElse(RoleGrantedV1.WITHOUT_END);
        give(due, due.community().position() + 1, grant.member(), grant.role(), until);
        return grant.member();
    }

    /** Gives a role to all of these who are members still, until the same moment; false if nobody is. */
    boolean grantAll(Due due, List<Hash> members, String role, Instant until) {
        var still = Set.copyOf(membership.current(due.community().community(), members));
        long position = due.community().position();
        for (var member : members) if (still.contains(member)) give(due, ++position, member, role, until);
        return !still.isEmpty();
    }

    private void give(Due due, long position, Hash member, String role, Instant until) {
        var community = due.community().community();
        roles.grant(community, position, due.now(), member, role, until);
        outbox.add(new RoleGrantedV1(
                community.hex(),
                position,
                due.now(),
                member.hex(),
                role,
                until,
                due.order().enactment()));
    }

    Hash revoke(Due due, Change.Revoke revoke) {
        var community = due.community().community();
        checkMember(community, revoke.member());
        if (roles.held(community, revoke.member(), due.now()).stream()
                .noneMatch(held -> held.role().equals(revoke.role())))
            throw new CannotEnact("role-not-held", revoke.member() + " is not " + revoke.role() + ".");
        long position = due.community().position() + 1;
        roles.revoke(community, position, revoke.member(), revoke.role());
        outbox.add(new RoleRevokedV1(
                community.hex(),
                position,
                due.now(),
                revoke.member().hex(),
                revoke.role(),
                due.order().enactment()));
        return revoke.member();
    }

    private void checkMember(Hash community, Hash member) {
        if (membership.member(community, member).isEmpty())
            throw new CannotEnact("not-a-member", "Nobody called " + member + " is a member.");
    }
}
