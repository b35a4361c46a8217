// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/** A fact about a community, its constitution or its members; told by identity-svc, in order per community. */
public sealed interface IdentityEvent extends Event
        permits CommunityFoundedV1,
                ConstitutionAmendedV1,
                KeysChangedV1,
                MemberRemovedV1,
                MembersAddedV1,
                RoleGrantedV1,
                RoleRevokedV1 {
    /** The community's hash. */
    String community();

    @Override
    default String subject() {
        return community();
    }
}
