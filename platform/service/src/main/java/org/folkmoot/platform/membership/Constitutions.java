// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;

/** The constitutions that are in force. Reading one compiles its expressions, which is slow, so some are kept ready. */
@ApplicationScoped
public class Constitutions {
    private static final int KEPT = 64;

    private final MembershipStore membership;
    private final Map<Hash, Constitution> known = new ConcurrentHashMap<>();

    Constitutions(MembershipStore membership) {
        this.membership = membership;
    }

    /** The constitution in force in a community, if the community is known. */
    public Optional<Constitution> inForce(Hash community) {
        return membership.community(community).map(this::inForce);
    }

    /** The constitution in force in a community. */
    public Constitution inForce(KnownCommunity community) {
        var kept = known.get(community.constitution());
        return kept != null ? kept : read(community);
    }

    private Constitution read(KnownCommunity community) {
        var document = membership
                .constitution(community.community(), community.constitution())
                .orElseThrow(() -> new IllegalStateException("a community without rules: " + community.community()));
        var constitution = Constitution.read(document.getBytes(UTF_8));
        if (known.size() >= KEPT) known.clear();
        known.put(constitution.hash(), constitution);
        return constitution;
    }
}
