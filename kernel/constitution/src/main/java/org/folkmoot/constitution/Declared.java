// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The assets and accounts that a constitution declares, for what is said about them in another section. */
record Declared(Map<String, Asset> assets, Map<String, Account> accounts) {
    // Stands for what was complained of already; whatever is said about it is no second fault.
    private static final Asset NO_ASSET =
            new Asset("", Asset.MAX_SCALE, Optional.empty(), Asset.Kind.CURRENCY, Optional.empty());

    /** The asset that the account of this name holds, which is a key of the document. */
    Asset held(String name, Section at) {
        var account = Optional.ofNullable(accounts.get(name));
        if (account.isEmpty()) unknown(at, "account", name, accounts.keySet());
        return account.flatMap(known -> Optional.ofNullable(assets.get(known.asset())))
                .orElse(NO_ASSET);
    }

    /** The asset of this code, which is a key of the document. */
    Asset asset(String code, Section at) {
        var asset = Optional.ofNullable(assets.get(code));
        if (asset.isEmpty()) unknown(at, "asset", code, assets.keySet());
        return asset.orElse(NO_ASSET);
    }

    /** The asset that is named, which must be of a kind that fits. */
    Asset asset(Value value, Predicate<Asset.Kind> fit, String fault) {
        var asset = Optional.ofNullable(assets.get(value.text()));
        if (asset.isEmpty() && value.isText())
            value.bad("There is no asset '" + value.text() + "'.", Nearest.to(value.text(), assets.keySet()), "");
        asset.filter(known -> !fit.test(known.kind()))
                .ifPresent(known ->
                        value.bad(known.code() + " is " + known.kind().word() + " and " + fault + ".", "", ""));
        return asset.orElse(NO_ASSET);
    }

    /** Complains of an account that is not there for the asset. A treasury that is not declared holds every asset. */
    void account(Value value, Asset asset) {
        var name = value.text();
        if (!value.isText() || asset.equals(NO_ASSET)) return;
        var known = Optional.ofNullable(accounts.get(name));
        if (known.isEmpty() && !name.equals(Account.TREASURY)) {
            unknown(value, name);
        } else if (known.filter(account -> !account.asset().equals(asset.code()))
                .isPresent()) {
            value.bad("'" + name + "' does not hold " + asset.code() + ".", "", "");
        }
    }

    private void unknown(Value value, String name) {
        value.bad("There is no account '" + name + "'.", Nearest.to(name, named()), "");
    }

    private static void unknown(Section at, String what, String name, Set<String> known) {
        at.complaints()
                .errorAtKey(
                        "bad-value", at.path(), "There is no " + what + " '" + name + "'.", Nearest.to(name, known));
    }

    private Set<String> named() {
        var named = new TreeSet<>(accounts.keySet());
        named.add(Account.TREASURY);
        return named;
    }

    /** An amount of more than nothing. */
    static BigInteger amount(Value value, Asset asset) {
        var amount = SectionsReader.amount(value, asset);
        return amount.signum() > 0 || !value.isText() && !(value.data() instanceof Long)
                ? amount
                : positive(value, asset);
    }

    // What is no amount at all was complained of already.
    private static BigInteger positive(Value value, Asset asset) {
        return asset.minor(value.data().toString()).isPresent()
                ? value.bad("More than nothing is expected.", "", BigInteger.ONE)
                : BigInteger.ONE;
    }
}
