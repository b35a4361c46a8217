// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;

/** Reads what an action does with the treasury. */
final class TreasuryReader {
    /** The most legs of a transaction. */
    static final int MAX_LEGS = 64;

    private static final int MAX_MEMO = 500;

    private final Constitution constitution;
    private final Section section;
    private final Map<String, Object> said = new LinkedHashMap<>();
    private final Map<String, Object> seen = new LinkedHashMap<>();

    TreasuryReader(Constitution constitution, Section section) {
        this.constitution = constitution;
        this.section = section;
    }

    Action read(String type, Optional<String> option) {
        switch (type) {
            case Action.Treasury.TRANSACTION -> legs();
            case Action.Treasury.GATHER -> new GatherReader(this, section).read();
            case Action.Treasury.ISSUE -> flow("to");
            case Action.Treasury.OPEN -> new OpeningReader(this, section).read();
            case Action.Treasury.IMPORT -> new ImportReader(this, section).read();
            case Action.Treasury.BURN -> flow("from");
            case Action.Treasury.HOLD -> {
                flow("from", "to");
                var term = section.need("term");
                if (term.duration().isZero()) term.bad("A hold lasts for some time.", "P30D", "");
                both(Map.of("term", term.text()));
            }
            case Action.Treasury.SETTLE -> {
                hash("hold");
                section.find("amount").ifPresent(this::part);
                section.find("free").ifPresent(free -> both(Map.of("free", free.truth())));
            }
            case Action.Treasury.RELEASE -> hash("hold");
            case Action.Treasury.REVERSE -> {
                hash("transfer");
                section.find("amount").ifPresent(this::part);
            }
            case Action.Treasury.FREEZE, Action.Treasury.UNFREEZE -> account();
            case Action.Treasury.PAYOUT -> {
                flow("from");
                new PayoutReader(constitution, section).read(said, seen);
            }
            default -> new EscrowReader(this, constitution, section).read(type);
        }
        if (Stream.of("hold", "account", "escrow").noneMatch(said::containsKey)) {
            section.find("memo").ifPresent(memo -> both(Map.of("memo", memo.words(MAX_MEMO))));
        }
        return new Action.Treasury(type, said, seen, option);
    }

    void both(Map<String, Object> parts) {
        said.putAll(parts);
        parts.forEach(seen::putIfAbsent);
    }

    // Which asset is held is known in the ledger alone.
    private void part(Value amount) {
        var text = amount.text();
        if (amount.isText() && !Asset.isMore(text)) {
            amount.bad("'" + text + "' is not an amount that is more than nothing, such as 10.50.", "", "");
        }
        said.put("amount", text);
    }

    /** A part that conditions see otherwise than it is said. */
    void put(String name, Object asSaid, Object asSeen) {
        said.put(name, asSaid);
        seen.put(name, asSeen);
    }

    /** Something that only conditions see. */
    void see(String name, Object value) {
        seen.put(name, value);
    }

    /** The amount that was read before, in minor units. */
    BigInteger minor() {
        return seen.get("amount") instanceof Long amount ? BigInteger.valueOf(amount) : BigInteger.ONE;
    }

    void hash(String name) {
        var value = section.need(name);
        ActionReader.read(value, Hash::parse, "a hash").ifPresent(hash -> both(Map.of(name, hash.hex())));
    }

    private void account() {
        var code = section.need("asset");
        var account = section.need("account");
        checkAccount(account, asset(code));
        both(Map.of("account", account.text(), "asset", code.text()));
    }

    private void legs() {
        var written = section.need("legs");
        var legs = written.list();
        if (written.isList() && (legs.isEmpty() || legs.size() > MAX_LEGS)) {
            written.bad("A transaction has 1 to " + MAX_LEGS + " legs, not " + legs.size() + ".", "", "");
            return;
        }
        var saidLegs = new ArrayList<Map<String, Object>>();
        var seenLegs = new ArrayList<Map<String, Object>>();
        for (var value : legs) {
            var leg = value.section();
            var flow = flow(leg, "from", "to");
            leg.finish();
            saidLegs.add(flow.said);
            seenLegs.add(flow.seen);
        }
        said.put("legs", List.copyOf(saidLegs));
        seen.put("legs", List.copyOf(seenLegs));
    }

    private record Flow(Map<String, Object> said, Map<String, Object> seen) {}

    void flow(String... sides) {
        var flow = flow(section, sides);
        said.putAll(flow.said);
        seen.putAll(flow.seen);
    }

    /** The accounts and the asset of a flow whose amount is said elsewhere. */
    void flowWithout(String... sides) {
        both(sides(section, asset(section.need("asset")), sides));
    }

    /** An amount of an asset that leaves an account, or comes to one, or both. */
    private Flow flow(Section part, String... sides) {
        var asset = asset(part.need("asset"));
        var parts = sides(part, asset, sides);
        var minor = amount(part.need("amount"), asset);
        var amounts = new LinkedHashMap<String, Object>(parts);
        amounts.put("amount", minor.longValueExact());
        parts.put("amount", asset.map(known -> known.decimal(minor)).orElse(""));
        return new Flow(parts, amounts);
    }

    private Map<String, Object> sides(Section part, Optional<Asset> asset, String... sides) {
        var parts = new LinkedHashMap<String, Object>();
        for (var side : sides) {
            var account = part.need(side);
            checkAccount(account, asset);
            if (account.isText() && parts.containsValue(account.text())) {
                account.bad("A transfer goes from one account to another.", "", "");
            }
            parts.put(side, account.text());
        }
        parts.put("asset", part.need("asset").text());
        return parts;
    }

    /** The name of an account that may hold this asset. */
    String account(Value value, Optional<Asset> asset) {
        checkAccount(value, asset);
        return value.text();
    }

    Action transfer(Optional<String> option) {
        var from = section.need("from");
        var to = section.need("to");
        var code = section.need("asset");
        var asset = asset(code);
        checkAccount(from, asset);
        checkAccount(to, asset);
        if (from.isText() && from.text().equals(to.text())) {
            to.bad("A transfer goes from one account to another.", "", "");
        }
        var amount = amount(section.need("amount"), asset);
        var memo = section.find("memo").map(value -> value.words(MAX_MEMO));
        return new Action.Transfer(
                from.text(), to.text(), asset.orElse(new Asset("", 0, Optional.empty())), amount, memo, option);
    }

    Optional<Asset> asset(Value code) {
        var assets = constitution.assets();
        var asset = constitution.asset(code.text());
        if (asset.isEmpty() && code.isText()) {
            code.bad("There is no asset '" + code.text() + "'.", Nearest.to(code.text(), assets.keySet()), "");
        }
        return asset;
    }

    private void checkAccount(Value value, Optional<Asset> asset) {
        var name = value.text();
        var declared = constitution.account(name);
        var isMembers = name.startsWith(Account.MEMBER) && isHash(name.substring(Account.MEMBER.length()));
        if (value.isText() && declared.isEmpty() && !isMembers && !name.equals(Account.TREASURY)) {
            var known = new LinkedHashSet<>(constitution.accounts().keySet());
            known.add(Account.TREASURY);
            value.bad("There is no account '" + name + "'.", Nearest.to(name, known), "");
        }
        declared.filter(account ->
                        asset.isPresent() && !account.asset().equals(asset.get().code()))
                .ifPresent(account -> value.bad("The account '" + name + "' holds " + account.asset() + ".", "", ""));
    }

    private static boolean isHash(String text) {
        return text.length() == 2 * Hash.SIZE && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    }

    // An expression compares amounts as 64-bit numbers, so an amount that would not fit could not be judged.
    static BigInteger amount(Value value, Optional<Asset> asset) {
        var text = value.text();
        if (asset.isEmpty() || !value.isText()) {
            return BigInteger.ONE;
        }
        var known = asset.get();
        var example = known.decimal(Asset.EXAMPLE);
        var amount = known.minor(text);
        if (amount.isEmpty()) {
            return value.bad(
                    "'" + text + "' is not an amount of " + known.code() + ", such as " + example + ".",
                    "",
                    BigInteger.ONE);
        }
        if (amount.get().signum() == 0) {
            return value.bad("A transfer moves more than nothing.", "", BigInteger.ONE);
        }
        if (amount.get().bitLength() > 63) {
            var most = known.decimal(BigInteger.valueOf(Long.MAX_VALUE));
            return value.bad("One transfer moves at most " + most + " " + known.code() + ".", "", BigInteger.ONE);
        }
        return amount.get();
    }
}
