// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Reserve;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.limiting.Reserves;

/** A reserve and what is above it, as anyone sees it. */
@Schema(name = "Reserve")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ReserveView(
        @Schema(examples = "treasury") String account,
        @Schema(examples = "SKR") String asset,

        @Schema(description = "What is left in the account at least", examples = "10000.00")
        String least,

        @Schema(description = "What the account holds less what is set aside", examples = "10250.00")
        String available,

        @Schema(description = "What may be taken out now", examples = "250.00")
        String above,

        @Schema(description = "The policy under which less may be left", examples = "emergency")
        Optional<String> unless) {
    static ReserveView of(Reserve reserve, Account account, Asset asset) {
        return new ReserveView(
                reserve.account(),
                reserve.asset(),
                asset.decimal(reserve.least()),
                asset.decimal(account.spendable()),
                asset.decimal(Reserves.above(reserve, account)),
                reserve.unless());
    }
}
