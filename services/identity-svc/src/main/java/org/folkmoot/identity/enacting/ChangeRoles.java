// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import jakarta.enterprise.context.ApplicationScoped;
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
        var community = due.community().community();
        checkMember(community, grant.member());
        long position = due.community().position() + 1;
        var until = grant.lasts().map(due.now()::plus).orElse(RoleGrantedV1.WITHOUT_END);
        roles.grant(community, position, due.now(), grant.member(), grant.role(), until);
        outbox.add(new RoleGrantedV1(
                community.hex(),
                position,
                due.now(),
                grant.member().hex(),
                grant.role(),
                until,
                due.order().enactment()));
        return grant.member();
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
