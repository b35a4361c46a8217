// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Timing;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Growth;

/** Looks at rules that ask for support that lasts: whether a clock ticks for them, and whether they know what they are paid from. */
final class CheckGrowth {
    /** As many ticks as a poll has at most: each of them is looked at. */
    private static final long MOST_TICKS = 10_000;

    private final Scene scene;
    private final Complaints complaints;

    CheckGrowth(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
    }

    /** What part of a support that lasts a whole period becomes conviction; nothing where no clock ticks. */
    static Fraction lasts(Optional<Growth> growth, Timing timing) {
        var ticks = ticks(timing);
        if (growth.isEmpty() || ticks > MOST_TICKS) {
            return Fraction.of(0, 1);
        }
        var grown = BigInteger.ZERO;
        for (var tick = 0L; tick < ticks; tick++) {
            grown = growth.get().next(grown, BigInteger.ONE);
        }
        return new Fraction(grown, Growth.UNIT);
    }

    private static long ticks(Timing timing) {
        return timing.tick()
                .filter(Duration::isPositive)
                .map(tick -> timing.period().dividedBy(tick))
                .orElse(0L);
    }

    void policy(Docket docket) {
        if (docket.policy().trends().containsKey(Facts.CONVICTION)) {
            complaints.error(
                    "trend-name",
                    Pointer.child(Pointer.child(docket.path(), "trends"), Facts.CONVICTION),
                    "What grows from tick to tick in a poll is called so; a trend needs another name.");
        }
        funds(docket);
        for (var step : docket.steps()) {
            for (var bench : step.benches()) {
                var growing = bench.clauses().stream()
                        .filter(clause -> clause.rule().growth().isPresent())
                        .toList();
                growing.forEach(clause -> clause(step, bench, clause));
                if (growing.size() > 1) {
                    complaints.error(
                            "two-convictions",
                            growing.getLast().named().rule().path(),
                            "A chamber has one conviction; two rules ask for one.");
                }
            }
        }
    }

    // A poll says what is asked for, and of what; it says so once.
    private void funds(Docket docket) {
        var funds = docket.steps().stream()
                .flatMap(step -> step.benches().stream())
                .flatMap(bench -> bench.clauses().stream())
                .filter(clause -> clause.rule().growth().flatMap(Growth::fund).isPresent())
                .toList();
        var named = funds.stream()
                .flatMap(clause -> clause.rule().growth().flatMap(Growth::fund).stream())
                .distinct();
        if (named.count() > 1) {
            complaints.error(
                    "two-funds",
                    funds.getLast().named().rule().path(),
                    "The proposals of a policy are paid from one fund; its rules name several.");
        }
    }

    private void clause(Docket.Step step, Bench bench, Clause clause) {
        var growth = clause.rule().growth().orElseThrow();
        var path = clause.named().rule().path();
        new CheckNames(scene).names(bench, growth.count(), Pointer.child(path, "count"));
        clock(step, path);
        never(bench, clause, growth, path);
        growth.fund().ifPresent(fund -> fund(fund, Pointer.child(path, "fund")));
    }

    // All support from the first tick on, for a proposal that asks for next to nothing, is the most that there can be.
    private void never(Bench bench, Clause clause, Growth growth, String path) {
        var counts = new LinkedHashMap<String, BigInteger>();
        bench.method().counts().forEach(name -> counts.put(name, BigInteger.ZERO));
        counts.computeIfPresent(growth.count().getFirst(), (_, _) -> BigInteger.valueOf(Bench.MANY));
        var all = BigInteger.valueOf(Bench.MANY);
        var most = new Facts(Bench.MANY, counts, all, Bench.MANY, List.of())
                .with(Map.of(), Map.of(Facts.ELAPSED, Fraction.of(1, 1)));
        if (clause.lasts().numerator().signum() > 0
                && !clause.named().blocks()
                && bench.method().countsAreChoices()
                && !clause.met(most)) {
            complaints.error(
                    "conviction-never",
                    path,
                    "If all " + Bench.MANY + " supported it from the first tick on: " + clause.words(most));
        }
    }

    private void clock(Docket.Step step, String path) {
        var timing = step.stage().timing();
        var ticks = ticks(timing);
        if (timing.tick().isEmpty()) {
            complaints.error(
                    "conviction-without-tick",
                    path,
                    "Support grows from tick to tick, and no clock ticks here: 'timing' has no 'tick'.",
                    "tick: PT1H");
        } else if (ticks < 1 || ticks > MOST_TICKS) {
            complaints.error(
                    "conviction-ticks",
                    step.path() + "/timing/tick",
                    "The period has " + ticks + " ticks; from 1 to " + MOST_TICKS + " are looked at.");
        } else if (step.stage().early().isEmpty() && timing.confirm().isEmpty()) {
            complaints.warning(
                    "conviction-at-the-end",
                    path,
                    "Nothing passes before the deadline, whenever there is enough support.",
                    "early: [ { passes: reached } ]");
        }
    }

    private void fund(Growth.Fund fund, String path) {
        var accounts = scene.constitution().accounts();
        var assets = scene.constitution().assets();
        var known = new TreeSet<>(accounts.keySet());
        known.add(Account.TREASURY);
        var declared = scene.constitution().account(fund.account());
        if (declared.isEmpty() && !fund.account().equals(Account.TREASURY)) {
            complaints.error(
                    "unknown-fund",
                    Pointer.child(path, "account"),
                    "There is no account '" + fund.account() + "'.",
                    Nearest.to(fund.account(), known));
        }
        declared.filter(account -> !account.asset().equals(fund.asset()))
                .ifPresent(account -> complaints.error(
                        "unknown-fund",
                        Pointer.child(path, "asset"),
                        "The account '" + fund.account() + "' holds " + account.asset() + ".",
                        account.asset()));
        if (declared.isEmpty() && !assets.containsKey(fund.asset())) {
            complaints.error(
                    "unknown-fund",
                    Pointer.child(path, "asset"),
                    "There is no asset '" + fund.asset() + "'.",
                    Nearest.to(fund.asset(), assets.keySet()));
        }
    }
}
