// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberIdsTest {
    private static final PublicKey KEY = new SecretKey(new byte[32]).publicKey();

    /** Computed once with Python's hashlib. */
    @Test
    void aMembersNameIsWhatAnyOtherToolComputes() {
        assertThat(MemberIds.of(Hash.ZERO, KEY))
                .hasToString("64f6cb5f3d220758edad6da869ce9abada35bf5bff750ab1e0bb23c71810b803");
        assertThat(MemberIds.of(Hash.parse("33".repeat(32)), KEY))
                .hasToString("27c5242b15d5be468af5f66cac3fb9c0f39fb4c0e3d16e8d908366c76d1ebd2f");
    }

    @Test
    void itsTextIsCanonicalJson() {
        var json = "{\"community\":\"" + Hash.ZERO + "\",\"key\":\"" + KEY + "\",\"type\":\"member.incept/1\",\"v\":1}";
        var canonical = StrictJson.parse(json.getBytes(US_ASCII)).canonical();

        assertThat(MemberIds.of(Hash.ZERO, KEY)).isEqualTo(Hash.of(canonical));
    }
}
