// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.nio.charset.StandardCharsets;

/** Names members: one id for one key in one community, whoever computes it. */
public final class MemberIds {
    private MemberIds() {}

    /** Computes the id of the member who joins the community with this key. */
    public static Hash of(Hash community, PublicKey key) {
        // Every part is plain ASCII, so this text is already the canonical JSON.
        var inception = "{\"community\":\"" + community.hex() + "\",\"key\":\"" + key.did()
                + "\",\"type\":\"member.incept/1\",\"v\":1}";
        return Hash.of(inception.getBytes(StandardCharsets.US_ASCII));
    }
}
