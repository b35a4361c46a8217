// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which member an account is of is left out of names and sentences, and nothing else is. */
class AccountNamesTest {
    private static final String HASH = "ab".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "member/HASH, member",
        "member/HASH has 5.00 SKR to spend., member has 5.00 SKR to spend.",
        "from member/HASH to member/HASH, from member to member",
        "treasury, treasury",
        "escrow/HASH, escrow/HASH",
        "member/ab, member/ab",
        "issuance/SKR, issuance/SKR"
    })
    void onlyMembersAreHidden(String text, String shown) {
        assertThat(AccountNames.hidden(text.replace("HASH", HASH))).isEqualTo(shown.replace("HASH", HASH));
    }
}
