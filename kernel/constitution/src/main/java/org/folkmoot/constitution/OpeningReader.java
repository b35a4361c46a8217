// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads what accounts held before a community came here: a list whose sum is said beside it, so that nothing gets lost. */
final class OpeningReader {
    /** The most accounts that are opened at once. */
    static final int MOST = 256;

    private final TreasuryReader treasury;
    private final Section section;

    OpeningReader(TreasuryReader treasury, Section section) {
        this.treasury = treasury;
        this.section = section;
    }

    void read() {
        treasury.flow();
        var written = section.need("balances");
        var balances = written.list();
        if (written.isList() && (balances.isEmpty() || balances.size() > MOST)) {
            written.bad("1 to " + MOST + " balances are opened at once, not " + balances.size() + ".", "", "");
            return;
        }
        var asset = treasury.asset(section.need("asset"));
        var accounts = new HashSet<String>();
        var sum = BigInteger.ZERO;
        var said = new ArrayList<Map<String, Object>>();
        var seen = new ArrayList<Map<String, Object>>();
        for (var value : balances) {
            var part = value.section();
            var to = treasury.account(part.need("to"), asset);
            if (!accounts.add(to)) part.need("to").bad("The account '" + to + "' has one balance.", "", "");
            var minor = TreasuryReader.amount(part.need("amount"), asset);
            sum = sum.add(minor);
            said.add(Map.of(
                    "to", to, "amount", asset.map(known -> known.decimal(minor)).orElse("")));
            seen.add(Map.of("to", to, "amount", minor.longValueExact()));
            part.finish();
        }
        var total = sum;
        if (asset.isPresent() && !total.equals(treasury.minor())) {
            section.need("amount")
                    .bad(
                            "The balances are " + asset.get().decimal(total) + " together.",
                            asset.get().decimal(total),
                            "");
        }
        treasury.put("balances", List.copyOf(said), List.copyOf(seen));
    }
}
