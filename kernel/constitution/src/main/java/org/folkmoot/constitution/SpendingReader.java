// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads how much may leave the accounts of a community and how much stays, and how members leave with a share. */
final class SpendingReader {
    private static final int MAX_LIMITS = 50;
    private static final int MAX_POTS = TreasuryReader.MAX_LEGS - 1; // one leg gives the shares back

    private final Map<String, Asset> assets;
    private final Map<String, Account> accounts;
    private final Set<String> roles;
    private final List<String> policies;

    SpendingReader(
            Map<String, Asset> assets, Map<String, Account> accounts, Map<String, Role> roles, List<Policy> policies) {
        this.assets = assets;
        this.accounts = accounts;
        this.roles = roles.keySet();
        this.policies = policies.stream().map(Policy::name).toList();
    }

    Spending read(Section section) {
        var limits = section.find("limits").map(this::limits).orElse(List.of());
        var reserves = section.find("reserves").map(this::reserves).orElse(List.of());
        var exit = section.find("exit").map(this::exit);
        return new Spending(limits, reserves, exit);
    }

    private List<SpendingLimit> limits(Value value) {
        var limits = new ArrayList<SpendingLimit>();
        var names = new HashSet<String>();
        for (var item : value.list()) {
            var limit = limit(item.section());
            if (!names.add(limit.name())) item.bad("This is limited before: " + limit.name() + ".", "", "");
            limits.add(limit);
        }
        return limits.size() > MAX_LIMITS
                ? value.bad("There are more than " + MAX_LIMITS + " limits.", "", List.of())
                : limits;
    }

    private List<Reserve> reserves(Value value) {
        var reserves = new ArrayList<Reserve>();
        var places = new HashSet<List<String>>();
        for (var item : value.list()) {
            var reserve = reserve(item.section());
            if (!places.add(List.of(reserve.account(), reserve.asset())))
                item.bad("This account has a reserve of " + reserve.asset() + " before.", "", "");
            reserves.add(reserve);
        }
        return reserves.size() > MAX_LIMITS
                ? value.bad("There are more than " + MAX_LIMITS + " reserves.", "", List.of())
                : reserves;
    }

    private Reserve reserve(Section section) {
        var code = section.need("asset");
        var asset = known(code, assets, "asset");
        var account = account(section.need("account"), asset);
        var least = section.need("least");
        var amount = asset.map(found -> SectionsReader.amount(least, found)).orElse(BigInteger.ZERO);
        var unless = section.find("unless");
        unless.ifPresent(policy -> named(policy, policies, "policy"));
        section.finish();
        return new Reserve(account, code.text(), amount, unless.map(Value::text));
    }

    private SpendingLimit limit(Section section) {
        var code = section.need("asset");
        var asset = known(code, assets, "asset");
        var of = of(section, asset);
        var most = section.need("most");
        var amount = asset.map(found -> SectionsReader.amount(most, found)).orElse(BigInteger.ZERO);
        var span = span(section);
        section.finish();
        return new SpendingLimit(of, code.text(), amount, span);
    }

    private SpendingLimit.Of of(Section section, Optional<Asset> asset) {
        var policy = section.find("policy");
        if (policy.isPresent()) {
            named(policy.get(), policies, "policy");
            return new SpendingLimit.Of.Track(policy.get().text());
        }
        var account = account(section.need("from"), asset);
        var role = section.find("role");
        if (role.isPresent()) {
            named(role.get(), roles, "role");
            return new SpendingLimit.Of.Holder(account, role.get().text());
        }
        var to = section.find("to");
        if (to.isEmpty()) return new SpendingLimit.Of.From(account);
        if (!to.get().text().equals("each")) to.get().bad("A limit is for all together or to each.", "each", "");
        return new SpendingLimit.Of.Each(account);
    }

    private static SpendingLimit.Span span(Section section) {
        var within = section.find("within");
        if (within.isPresent()) {
            var window = within.get().duration();
            if (window.isZero() && (within.get().isText())) within.get().bad("A time lasts for some time.", "P30D", "");
            return new SpendingLimit.Span.Within(window.isZero() ? Duration.ofDays(1) : window);
        }
        var every = section.need("every");
        var length = Periods.length(every.text());
        if (length.isEmpty() && every.isText())
            every.bad("'" + every.text() + "' is not a period such as P1W, P1M or P1Y.", "", "");
        return new SpendingLimit.Span.Every(length.orElse(Period.ofMonths(1)));
    }

    private ExitRule exit(Value value) {
        var section = value.section();
        var shares = section.need("shares");
        known(shares, assets, "asset").ifPresent(asset -> {
            if (asset.kind() != Asset.Kind.SHARES) shares.bad(asset.code() + " is not of the kind shares.", "", "");
        });
        var from = section.need("from");
        var names = new TreeSet<String>();
        for (var item : from.isText() ? List.of(from) : from.list()) {
            if (!names.add(account(item, Optional.empty()))) item.bad("This is named before.", "", "");
        }
        if (names.isEmpty() && from.isList()) from.bad("Nothing is shared.", Account.TREASURY, "");
        section.finish();
        var rule = new ExitRule(shares.text(), List.copyOf(names));
        int pots = rule.pots(assets, accounts).size();
        return pots > MAX_POTS
                ? from.bad(
                        "These are " + pots + " accounts of an asset each; an exit has room for " + MAX_POTS + ".",
                        "",
                        rule)
                : rule;
    }

    /** An account of the community that may hold the asset. */
    private String account(Value value, Optional<Asset> asset) {
        var name = value.text();
        var known = new LinkedHashSet<>(accounts.keySet());
        known.add(Account.TREASURY);
        named(value, known, "account");
        var declared = Optional.ofNullable(accounts.get(name));
        declared.filter(account ->
                        asset.isPresent() && !account.asset().equals(asset.get().code()))
                .ifPresent(account -> value.bad("The account '" + name + "' holds " + account.asset() + ".", "", ""));
        return name;
    }

    private static <T> Optional<T> known(Value value, Map<String, T> all, String what) {
        named(value, all.keySet(), what);
        return Optional.ofNullable(all.get(value.text()));
    }

    private static void named(Value value, Collection<String> known, String what) {
        if (value.isText() && !known.contains(value.text()))
            value.bad("There is no " + what + " '" + value.text() + "'.", Nearest.to(value.text(), known), "");
    }
}
