// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.folkmoot.record.Hash;

/** Random requests, the same for the same seed: sound ones, every kind of faulty one, and ids that come again. */
public final class Transfers {
    private static final List<String> MEMBERS =
            List.of("member/" + "a".repeat(64), "member/" + "b".repeat(64), "member/" + "0".repeat(64));
    private static final String DEPOSIT = "deposit/" + "d".repeat(64);
    private static final String ESCROW = "escrow/" + "e".repeat(64);
    private static final List<String> NAMES = List.of(
            "treasury",
            "treasury",
            "school",
            "harbour",
            "line",
            "jar",
            "held",
            "ice",
            "shut",
            "ghost",
            MEMBERS.get(0),
            MEMBERS.get(1),
            MEMBERS.get(2),
            "member/abc",
            "member/" + "A".repeat(64),
            DEPOSIT,
            "deposit/abc",
            ESCROW,
            "issuance/SKR",
            "issuance/HOURS",
            "issuance/GRAIN",
            "issuance/LETS");
    private static final List<String> ASSETS =
            List.of("SKR", "SKR", "SKR", "HOURS", "HOURS", "GRAIN", "LETS", "EUR", "skr");
    private static final List<String> AMOUNTS = List.of(
            "1",
            "1",
            "5",
            "25",
            "50",
            "50.00",
            "50.01",
            "100",
            "100.00",
            "100.01",
            "0.01",
            "999.99",
            "0.000000000000000001",
            "0",
            "0.00",
            "-1",
            "+1",
            "1e3",
            "1.5",
            "NaN",
            "",
            " 5",
            "5 ",
            "05",
            "1.",
            ".5",
            "1,000",
            "٣",
            "1.005",
            "9".repeat(38),
            "1" + "0".repeat(37),
            "9".repeat(39),
            "1" + "0".repeat(40),
            "0." + "0".repeat(17) + "1");

    private static final int SOUND_NAMES = 7;
    private static final int SOUND_ASSETS = 7;
    private static final int SOUND_AMOUNTS = 13;

    private final Random random;
    private final long seed;
    private final List<Transfer> made = new ArrayList<>();

    private Transfers(long seed) {
        this.random = new Random(seed);
        this.seed = seed;
    }

    /** That many requests. */
    public static List<Transfer> of(long seed, int count) {
        var transfers = new Transfers(seed);
        for (int i = 0; i < count; i++) transfers.made.add(transfers.next());
        return List.copyOf(transfers.made);
    }

    private Transfer next() {
        if (made.isEmpty() || random.nextInt(10) > 0) return fresh();
        var earlier = pick(made);
        return random.nextBoolean() ? earlier : changed(earlier);
    }

    private Transfer fresh() {
        var id = Hash.of((seed + "/" + made.size()).getBytes(UTF_8));
        var asset = pick(ASSETS, SOUND_ASSETS);
        var credit = pick(NAMES, SOUND_NAMES);
        var amount = pick(AMOUNTS, SOUND_AMOUNTS);
        if (random.nextInt(3) == 0) // so that there is something to move
        return new Transfer(id, Transfer.Code.OPENING, "issuance/" + asset, credit, asset, amount, Hash.ZERO, "");
        var debit = pick(NAMES, SOUND_NAMES);
        if (random.nextInt(4) == 0) return stake(id, debit, asset, amount);
        if (random.nextInt(6) == 0)
            return new Transfer(
                    id, pick(List.copyOf(Transfer.Code.MOVES)), debit, credit, asset, amount, Hash.ZERO, "");
        if (random.nextInt(6) == 0)
            return new Transfer(id, Transfer.Code.PAID, pick(MEMBERS), pick(MEMBERS), asset, amount, Hash.ZERO, "");
        return new Transfer(id, Transfer.Code.DECIDED, debit, credit, asset, amount, Hash.ZERO, "");
    }

    /** Something with a deposit or an escrow, and now and then what nobody may do with one. */
    private Transfer stake(Hash id, String name, String asset, String amount) {
        var code = pick(List.copyOf(Transfer.Code.MOVES));
        var kept = random.nextInt(3) > 0 ? DEPOSIT : ESCROW;
        return random.nextBoolean()
                ? new Transfer(id, code, name, kept, asset, amount, Hash.ZERO, "")
                : new Transfer(
                        id,
                        code,
                        kept,
                        code == Transfer.Code.BURNED ? "issuance/" + asset : name,
                        asset,
                        amount,
                        Hash.ZERO,
                        "");
    }

    private Transfer changed(Transfer t) {
        return switch (random.nextInt(7)) {
            case 0 ->
                new Transfer(
                        t.id(), other(t.code()), t.debit(), t.credit(), t.asset(), t.amount(), t.cause(), t.memo());
            case 1 ->
                new Transfer(t.id(), t.code(), pick(NAMES), t.credit(), t.asset(), t.amount(), t.cause(), t.memo());
            case 2 ->
                new Transfer(t.id(), t.code(), t.debit(), pick(NAMES), t.asset(), t.amount(), t.cause(), t.memo());
            case 3 ->
                new Transfer(t.id(), t.code(), t.debit(), t.credit(), pick(ASSETS), t.amount(), t.cause(), t.memo());
            case 4 ->
                new Transfer(t.id(), t.code(), t.debit(), t.credit(), t.asset(), pick(AMOUNTS), t.cause(), t.memo());
            case 5 -> new Transfer(t.id(), t.code(), t.debit(), t.credit(), t.asset(), t.amount(), t.id(), t.memo());
            default ->
                new Transfer(t.id(), t.code(), t.debit(), t.credit(), t.asset(), t.amount(), t.cause(), "another");
        };
    }

    private static Transfer.Code other(Transfer.Code code) {
        return code == Transfer.Code.OPENING ? Transfer.Code.DECIDED : Transfer.Code.OPENING;
    }

    /** Mostly one of the first, which are sound. */
    private <T> T pick(List<T> from, int sound) {
        return random.nextInt(5) > 0 ? pick(from.subList(0, sound)) : pick(from);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
