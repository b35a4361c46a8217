// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Map;

/**
 * How a member leaves with a fair share.
 *
 * @param shares the asset whose holders may leave
 * @param from the accounts that are shared, by name
 */
public record ExitRule(String shares, List<String> from) {
    /** An account and an asset that it may hold. */
    public record Pot(String account, String asset) {}

    public ExitRule {
        from = List.copyOf(from);
    }

    /** What is shared: by account and asset; neither the shares themselves nor what only counts. */
    public List<Pot> pots(Map<String, Asset> assets, Map<String, Account> accounts) {
        return from.stream()
                .flatMap(name -> assets.values().stream()
                        .filter(asset -> !asset.code().equals(shares) && asset.kind() != Asset.Kind.CONTROL)
                        .map(Asset::code)
                        .filter(code -> !accounts.containsKey(name)
                                || accounts.get(name).asset().equals(code))
                        .sorted()
                        .map(code -> new Pot(name, code)))
                .toList();
    }
}
