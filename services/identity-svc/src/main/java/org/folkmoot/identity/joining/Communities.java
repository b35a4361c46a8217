// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;

/** The communities that there are; others are refused. */
@ApplicationScoped
class Communities {
    private final MembershipStore membership;

    Communities(MembershipStore membership) {
        this.membership = membership;
    }

    /** Takes the community's lock until the transaction ends. */
    KnownCommunity lock(Hash community) {
        return membership.lock(community).orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)));
    }

    KnownCommunity find(Hash community) {
        return membership
                .community(community)
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)));
    }
}
