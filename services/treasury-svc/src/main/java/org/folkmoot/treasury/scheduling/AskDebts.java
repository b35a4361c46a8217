// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.scheduling.Debt;
import org.folkmoot.treasury.domain.scheduling.Timetable;

/** Asks members for what they owe, one period after the other: whoever has enough pays, whoever has not goes on owing. */
@ApplicationScoped
class AskDebts {
    private final Ledger ledger;
    private final AssetStore assets;
    private final Holdings holdings;
    private final DebtStore debts;

    AskDebts(Ledger ledger, AssetStore assets, Holdings holdings, DebtStore debts) {
        this.ledger = ledger;
        this.assets = assets;
        this.holdings = holdings;
        this.debts = debts;
    }

    /** Asks for all of these, and returns what was paid. The caller has the ledger. */
    BigInteger handle(Hash community, List<Debt> asked, Timetable timetable, Instant now) {
        var moved = BigInteger.ZERO;
        for (var part : asked.stream()
                .collect(groupingBy(Debt::asset, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .entrySet()) moved = moved.add(ask(community, part.getKey(), part.getValue(), timetable, now));
        return moved;
    }

    private BigInteger ask(Hash community, String code, List<Debt> asked, Timetable timetable, Instant now) {
        var asset = assets.asset(community, code).orElseThrow();
        var able = able(community, asset, asked, now);
        var orders = able.stream().map(debt -> debt.order(asset)).toList();
        List<Answer> answers = orders.isEmpty() ? List.of() : ledger.rule(community, orders);
        var paid = new HashMap<Debt, Answer>();
        for (int i = 0; i < able.size(); i++) paid.put(able.get(i), answers.get(i));
        debts.save(
                community,
                asked.stream()
                        .map(debt -> entry(debt, Optional.ofNullable(paid.get(debt)), timetable, now))
                        .toList(),
                now);
        return Ruled.moved(answers);
    }

    private static DebtStore.Entry entry(Debt debt, Optional<Answer> answer, Timetable timetable, Instant now) {
        var paid = answer.filter(given -> Ruled.outcome(given) instanceof Outcome.Posted)
                .map(given -> Ruled.done(given).id());
        if (paid.isPresent()) return new DebtStore.Entry(debt, paid, Optional.empty());
        var tried = answer.isPresent() ? debt.refused() : debt;
        return new DebtStore.Entry(tried, Optional.empty(), debt.again(timetable, now));
    }

    /** Those that can be paid, the first first: the ledger is not asked for what it would refuse. */
    private List<Debt> able(Hash community, Asset asset, List<Debt> asked, Instant now) {
        var names = new HashSet<String>();
        asked.forEach(debt -> names.addAll(List.of(debt.from(), debt.to())));
        var stands = holdings.take(community, asset.code(), names, now);
        Map<String, BigInteger> spent = new HashMap<>();
        var able = new ArrayList<Debt>();
        for (var debt : asked) {
            var sum = spent.getOrDefault(debt.from(), BigInteger.ZERO).add(debt.amount());
            if (!has(Optional.ofNullable(stands.get(debt.from())), debt.from(), asset, sum)) continue;
            spent.put(debt.from(), sum);
            able.add(debt);
        }
        return able;
    }

    /** Whether so much can be taken out of an account, which the first debit opens where there is a credit line. */
    private static boolean has(Optional<Holdings.Stand> stand, String name, Asset asset, BigInteger sum) {
        return stand.map(known -> known.has(sum))
                .orElseGet(() -> Account.onFirstDebit(name, asset)
                        .filter(opened -> opened.has(sum))
                        .isPresent());
    }
}
