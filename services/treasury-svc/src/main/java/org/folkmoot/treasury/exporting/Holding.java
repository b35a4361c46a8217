// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.math.BigInteger;
import org.folkmoot.constitution.Asset;

/** What an account holds. */
record Holding(String account, Asset asset, BigInteger balance) {
    String amount() {
        return asset.decimal(balance);
    }
}
