// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an amount that comes out of several accounts, one after the other. */
final class GatherReader {
    private final TreasuryReader treasury;
    private final Section section;
    private final Set<String> accounts = new HashSet<>();
    private final List<Map<String, Object>> said = new ArrayList<>();
    private final List<Map<String, Object>> seen = new ArrayList<>();
    private Optional<BigInteger> most = Optional.of(BigInteger.ZERO);

    GatherReader(TreasuryReader treasury, Section section) {
        this.treasury = treasury;
        this.section = section;
    }

    void read() {
        treasury.flow("to");
        var written = section.need("sources");
        var sources = written.list();
        if (written.isList() && (sources.isEmpty() || sources.size() > TreasuryReader.MAX_LEGS)) {
            written.bad(
                    "An amount is gathered from 1 to " + TreasuryReader.MAX_LEGS + " accounts, not " + sources.size()
                            + ".",
                    "",
                    "");
            return;
        }
        var asset = treasury.asset(section.need("asset"));
        for (var source : sources) source(source.section(), asset);
        asset.ifPresent(this::checkSum);
        treasury.put("sources", List.copyOf(said), List.copyOf(seen));
    }

    private void source(Section part, Optional<Asset> asset) {
        var from = part.need("from");
        var account = treasury.account(from, asset);
        if (account.equals(section.need("to").text()))
            from.bad("What is gathered goes to another account than those that it comes from.", "", "");
        if (!accounts.add(account)) from.bad("The account '" + account + "' is named before.", "", "");
        var asSaid = new LinkedHashMap<String, Object>(Map.of("from", account));
        var asSeen = new LinkedHashMap<String, Object>(asSaid);
        var max = part.find("max").map(value -> TreasuryReader.amount(value, asset));
        var keep = part.find("keep").map(value -> TreasuryReader.amount(value, asset));
        part.finish();
        max.ifPresent(minor -> put("max", minor, asset, asSaid, asSeen));
        keep.ifPresent(minor -> put("keep", minor, asset, asSaid, asSeen));
        most = most.flatMap(sum -> max.map(sum::add));
        said.add(asSaid);
        seen.add(asSeen);
    }

    private static void put(
            String name,
            BigInteger minor,
            Optional<Asset> asset,
            Map<String, Object> asSaid,
            Map<String, Object> asSeen) {
        asSaid.put(name, asset.map(known -> known.decimal(minor)).orElse(""));
        asSeen.put(name, minor.longValueExact());
    }

    /** If each of them gives so much at most, all of them have to give enough. */
    private void checkSum(Asset asset) {
        most.filter(sum -> sum.compareTo(treasury.minor()) < 0)
                .map(asset::decimal)
                .ifPresent(sum -> section.need("amount")
                        .bad("The sources give " + sum + " at most, all of them together.", sum, ""));
    }
}
