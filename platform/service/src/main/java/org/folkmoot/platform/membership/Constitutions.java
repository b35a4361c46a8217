// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;

/** The constitutions that are or were in force. Reading one compiles its expressions, which is slow, so some are kept ready. */
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
        return known(community.community(), community.constitution())
                .orElseThrow(() -> new IllegalStateException("a community without rules: " + community.community()));
    }

    /** A constitution that is or was in force in a community, by its hash. */
    public Optional<Constitution> known(Hash community, Hash constitution) {
        return Optional.ofNullable(known.get(constitution))
                .or(() -> membership.constitution(community, constitution).map(this::read));
    }

    private Constitution read(String document) {
        var constitution = Constitution.read(document.getBytes(UTF_8));
        if (known.size() >= KEPT) known.clear();
        known.put(constitution.hash(), constitution);
        return constitution;
    }
}
