// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Reads which file what accounts held elsewhere is brought in from. The file itself is brought when that is decided; what is
 * decided on is its hash, how many balances it has, and what they are together.
 */
final class ImportReader {
    private final TreasuryReader treasury;
    private final Section section;

    ImportReader(TreasuryReader treasury, Section section) {
        this.treasury = treasury;
        this.section = section;
    }

    void read() {
        treasury.hash("file");
        treasury.both(Map.of("rows", section.need("rows").integer(1, OpeningFile.MOST_ROWS)));
        var written = section.need("sums");
        var sums = written.list();
        if (written.isList() && (sums.isEmpty() || sums.size() > TreasuryReader.MAX_LEGS)) {
            written.bad("A file has balances of 1 to " + TreasuryReader.MAX_LEGS + " assets.", "", "");
            return;
        }
        var codes = new HashSet<String>();
        var said = new ArrayList<Map<String, Object>>();
        var seen = new ArrayList<Map<String, Object>>();
        for (var value : sums) {
            var part = value.section();
            var code = part.need("asset");
            var asset = treasury.asset(code);
            if (!codes.add(code.text())) code.bad("The asset '" + code.text() + "' has one sum.", "", "");
            var minor = TreasuryReader.amount(part.need("amount"), asset);
            part.finish();
            said.add(Map.of(
                    "asset",
                    code.text(),
                    "amount",
                    asset.map(known -> known.decimal(minor)).orElse("")));
            seen.add(Map.of("asset", code.text(), "amount", minor.longValueExact()));
        }
        treasury.put("sums", List.copyOf(said), List.copyOf(seen));
    }
}
