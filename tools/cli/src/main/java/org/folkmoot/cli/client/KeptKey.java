// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SigningKey;

/**
 * A key of the key folder.
 *
 * @param members whose key it is in the communities where it is not a member's first one
 */
public record KeptKey(SigningKey key, Map<Hash, Hash> members) {
    public KeptKey {
        members = Map.copyOf(members);
    }

    public PublicKey publicKey() {
        return key.publicKey();
    }

    /** In whose name the key signs in a community. */
    public Hash member(Hash community) {
        return members.getOrDefault(community, MemberIds.of(community, key.publicKey()));
    }
}
