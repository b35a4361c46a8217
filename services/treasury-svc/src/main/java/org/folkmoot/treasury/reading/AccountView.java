// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Word;

/** One asset in one account as anyone sees it. */
@Schema(name = "Account")
record AccountView(
        @Schema(examples = "treasury") String account,
        @Schema(examples = "SKR") String asset,

        @Schema(enumeration = {"issuance", "declared", "member", "deposit"})
        String kind,

        @Schema(enumeration = {"open", "frozen", "closed"}) String state,

        @Schema(description = "Credits less debits", examples = "97500.00")
        String balance,

        @Schema(description = "What can be spent; absent when there is no limit", examples = "97500.00")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> available,

        @Schema(description = "All that ever left it", examples = "2500.00")
        String debits,

        @Schema(description = "All that ever came to it", examples = "100000.00")
        String credits) {
    static AccountView of(Account account, Asset asset) {
        return new AccountView(
                account.name(),
                account.asset(),
                Word.of(account.kind()),
                Word.of(account.state()),
                asset.decimal(account.balance()),
                account.available().map(asset::decimal),
                asset.decimal(account.debitsPosted()),
                asset.decimal(account.creditsPosted()));
    }
}
