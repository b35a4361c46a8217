// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;

/** Random orders of every kind on a clock that mostly goes on and sometimes back, the same for the same seed. */
public final class Orders {
    /** An order and the moment at which it comes. */
    public record Timed(Order order, Instant at) {}

    private static final List<String> HOLDABLE =
            List.of("treasury", "school", "line", "jar", "member/" + "a".repeat(64));
    private static final List<Long> TERMS = List.of(-1L, 0L, 1L, 2L, 10L, 60L);

    private final Random random;
    private final long seed;
    private final List<Transfer> transfers;
    private final List<Order> made = new ArrayList<>();
    private final List<Hash> holds = new ArrayList<>();
    private Instant now = Book.NOW;

    private Orders(long seed, int count) {
        this.random = new Random(seed);
        this.seed = seed;
        this.transfers = Transfers.of(seed, count);
    }

    /** That many orders. */
    public static List<Timed> of(long seed, int count) {
        var orders = new Orders(seed, count);
        return IntStream.range(0, count).mapToObj(orders::next).toList();
    }

    private Timed next(int number) {
        var step = random.nextInt(20) == 0 ? -Duration.ofHours(1).toMillis() : 250L * random.nextInt(8);
        now = now.plusMillis(step);
        var order = number < HOLDABLE.size() * 2 ? fund(number) : random.nextInt(12) > 0 ? fresh(number) : pick(made);
        made.add(order);
        return new Timed(order, now);
    }

    private Order fund(int number) {
        var asset = number % 2 == 0 ? "SKR" : "HOURS";
        return new Order.Move(
                Hash.of((seed + "/fund/" + number).getBytes(UTF_8)),
                Transfer.Code.OPENING,
                List.of(new Leg("issuance/" + asset, HOLDABLE.get(number / 2), asset, "90")),
                Hash.ZERO,
                "");
    }

    private Order fresh(int number) {
        var id = Hash.of((seed + "/order/" + number).getBytes(UTF_8));
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> transfers.get(number).order();
            case 3 -> many(id, number);
            case 4 -> hold(id, number);
            case 5 ->
                new Order.Settle(
                        id,
                        hold(),
                        random.nextBoolean() ? Optional.empty() : Optional.of(pick(List.of("1", "5", "0", "20", "x"))),
                        random.nextBoolean(),
                        Hash.ZERO);
            case 6 -> new Order.Void(id, hold(), Hash.ZERO);
            case 7 ->
                new Order.Reverse(
                        id,
                        random.nextInt(8) == 0 ? Hash.ZERO : pick(made).id(),
                        random.nextBoolean() ? Optional.empty() : Optional.of(pick(List.of("1", "5", "0", "20", "x"))),
                        Hash.ZERO,
                        "");
            default -> turn(id);
        };
    }

    private Order many(Hash id, int number) {
        var first = transfers.get(number);
        var count = random.nextInt(12) == 0 ? pick(List.of(0, 64, 65)) : 2 + random.nextInt(3);
        var legs = IntStream.range(0, count)
                .mapToObj(i -> i == 0 || random.nextInt(8) == 0
                        ? leg(transfers.get((number + i) % transfers.size()))
                        : small())
                .toList();
        var code = first.code() == Transfer.Code.OPENING ? Transfer.Code.OPENING : Transfer.Code.DECIDED;
        return new Order.Move(id, code, legs, Hash.ZERO, "");
    }

    private static Leg leg(Transfer transfer) {
        return new Leg(transfer.debit(), transfer.credit(), transfer.asset(), transfer.amount());
    }

    /** Something that often is possible, so that chains of legs come about. */
    private Leg small() {
        return new Leg(
                pick(HOLDABLE), pick(HOLDABLE), pick(List.of("SKR", "HOURS", "LETS")), pick(List.of("1", "5", "10")));
    }

    private Order hold(Hash id, int number) {
        if (random.nextInt(3) > 0) holds.add(id);
        var leg = random.nextInt(4) == 0 ? leg(transfers.get(number)) : small();
        return new Order.SetAside(id, leg, now.plusSeconds(pick(TERMS)), Hash.ZERO, "");
    }

    private Hash hold() {
        return holds.isEmpty() || random.nextInt(10) == 0
                ? Hash.of(new byte[] {(byte) random.nextInt(3)})
                : pick(holds);
    }

    private Order turn(Hash id) {
        var name = random.nextInt(3) == 0
                ? pick(List.of("issuance/SKR", "ghost", "ice", "shut", "spare"))
                : pick(HOLDABLE);
        var to = random.nextInt(3) == 0 ? pick(List.of(Account.State.values())) : Account.State.OPEN;
        return new Order.Turn(id, name, pick(List.of("SKR", "HOURS", "GRAIN", "LETS", "EUR")), to, Hash.ZERO);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
