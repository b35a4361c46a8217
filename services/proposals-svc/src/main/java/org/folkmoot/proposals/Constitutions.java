// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;

/** Constitutions in force, some of them ready to be asked: reading one compiles its expressions, which is slow. */
@ApplicationScoped
class Constitutions {
    private static final int KEPT = 64;

    private final MembershipStore membership;
    private final Map<Hash, Constitution> known = new ConcurrentHashMap<>();

    Constitutions(MembershipStore membership) {
        this.membership = membership;
    }

    Constitution inForce(KnownCommunity community) {
        var kept = known.get(community.constitution());
        return kept != null ? kept : read(community.community(), community.constitution());
    }

    private Constitution read(Hash community, Hash hash) {
        var document = membership
                .constitution(community, hash)
                .orElseThrow(() -> new IllegalStateException("a community without its constitution: " + community));
        var constitution = Constitution.read(document.getBytes(UTF_8));
        if (known.size() >= KEPT) known.clear();
        known.put(hash, constitution);
        return constitution;
    }
}
