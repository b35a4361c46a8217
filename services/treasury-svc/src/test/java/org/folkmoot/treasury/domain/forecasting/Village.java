// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Issued;
import org.folkmoot.treasury.domain.scheduling.Timetable;
import org.folkmoot.treasury.domain.scheduling.Version;

/** A community with two accounts and some members, and the course of its calendar. */
final class Village {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Village() {}

    /** The community's accounts and those of members, in the order of their hashes. */
    static Map<String, Long> balances(long... members) {
        var hashes = IntStream.range(0, members.length)
                .mapToObj(number -> Hash.of(("member " + number).getBytes(UTF_8)))
                .sorted()
                .toList();
        var balances = new LinkedHashMap<String, Long>();
        balances.put("commons", 100L);
        balances.put("garden", 0L);
        for (int i = 0; i < members.length; i++)
            balances.put("member/" + hashes.get(i).hex(), members[i]);
        return balances;
    }

    static List<String> members(Map<String, Long> balances) {
        return balances.keySet().stream()
                .filter(name -> name.startsWith("member/"))
                .toList();
    }

    static Course course(Schedules rules, long cap, Map<String, Long> balances) {
        return course(rules, cap, balances, Set.of());
    }

    static Course course(Schedules rules, long cap, Map<String, Long> balances, Set<String> frozen) {
        var asset = new Asset("SKR", 0, Optional.of(BigInteger.valueOf(cap)), Asset.Kind.CURRENCY, Optional.empty());
        var accounts = new ArrayList<Account>();
        var issued = BigInteger.ZERO;
        for (var entry : balances.entrySet()) {
            var name = entry.getKey();
            var amount = BigInteger.valueOf(entry.getValue());
            var kind = name.startsWith("member/") ? Account.Kind.MEMBER : Account.Kind.DECLARED;
            var state = frozen.contains(name) ? Account.State.FROZEN : Account.State.OPEN;
            accounts.add(account(name, kind, state, BigInteger.ZERO, amount, BigInteger.ZERO));
            issued = issued.add(amount);
        }
        accounts.add(account(
                "issuance/SKR",
                Account.Kind.ISSUANCE,
                Account.State.OPEN,
                issued,
                BigInteger.ZERO,
                BigInteger.valueOf(-cap)));
        var members = members(balances).stream()
                .map(name -> Hash.parse(name.substring("member/".length())))
                .toList();
        return new Course(
                new Standing(
                        Hash.ZERO,
                        NOW,
                        asset,
                        accounts,
                        new Issued(asset, BigInteger.ZERO, BigInteger.ZERO),
                        List.of(),
                        members.size()),
                new Timetable(List.of(new Version(NOW, Hash.ZERO, rules))),
                Map.of(),
                (_, _, _) -> members);
    }

    private static Account account(
            String name, Account.Kind kind, Account.State state, BigInteger out, BigInteger in, BigInteger floor) {
        return new Account(
                name,
                "SKR",
                kind,
                state,
                out,
                in,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Optional.of(floor),
                Optional.empty());
    }

    static Fraction share(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
