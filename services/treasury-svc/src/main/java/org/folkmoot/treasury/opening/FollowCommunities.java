// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;

/** Opens a community's accounts when it is founded, and new ones when its constitution has changed. */
@ApplicationScoped
@Priority(2) // the higher comes first: accounts are open before what waits for them is enacted
class FollowCommunities implements Subscription {
    private final OpenAccounts openAccounts;

    FollowCommunities(OpenAccounts openAccounts) {
        this.openAccounts = openAccounts;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.IDENTITY);
    }

    @Override
    public Facts facts() {
        return Facts.on(
                        CommunityFoundedV1.class,
                        founded -> openAccounts.handle(Hash.parse(founded.community()), founded.constitution()))
                .and(
                        ConstitutionAmendedV1.class,
                        amended -> openAccounts.handle(Hash.parse(amended.community()), amended.constitution()));
    }
}
