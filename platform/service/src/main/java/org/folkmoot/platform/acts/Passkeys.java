// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyRules;

/** Where and how members may sign with passkeys, by the constitution in force. Reading one is slow, so some are kept. */
@ApplicationScoped
class Passkeys {
    private static final int KEPT = 256;

    private final MembershipStore membership;
    private final Map<Hash, PasskeyRules> known = new ConcurrentHashMap<>();

    Passkeys(MembershipStore membership) {
        this.membership = membership;
    }

    PasskeyRules of(Hash community) {
        return membership.community(community).map(this::inForce).orElse(PasskeyRules.NONE);
    }

    private PasskeyRules inForce(KnownCommunity community) {
        var kept = known.get(community.constitution());
        return kept != null ? kept : read(community);
    }

    private PasskeyRules read(KnownCommunity community) {
        var document = membership
                .constitution(community.community(), community.constitution())
                .orElseThrow();
        var rules = Constitution.read(document.getBytes(UTF_8)).passkeys();
        if (known.size() >= KEPT) known.clear();
        known.put(community.constitution(), rules);
        return rules;
    }
}
