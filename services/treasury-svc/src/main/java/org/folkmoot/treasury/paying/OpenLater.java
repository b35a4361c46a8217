// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Seat;

/**
 * Payments whose accounts are not open yet while somebody keeps the ledger. They keep their accounts, so that what comes later
 * and touches them comes later, too; the writers go on with all others. One thread looks for all communities whether a ledger
 * is free, and has the payments written then.
 */
final class OpenLater {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST_TOGETHER = 1_000;
    private static final Late END = new Late(List.of(), List.of(), 0);

    private final OpenAccountsSoon open;
    private final int capacity;
    private final Consumer<List<Waiting>> write;
    private final BiConsumer<List<Waiting>, RuntimeException> fail;
    private final LinkedBlockingQueue<Late> coming = new LinkedBlockingQueue<>();
    private final Map<Hash, Integer> communities = new ConcurrentHashMap<>();
    private final AtomicInteger orders = new AtomicInteger();

    /** At most so many orders wait here; what is written or fails is so for good. */
    OpenLater(
            OpenAccountsSoon open,
            int capacity,
            Consumer<List<Waiting>> write,
            BiConsumer<List<Waiting>, RuntimeException> fail) {
        this.open = open;
        this.capacity = capacity;
        this.write = write;
        this.fail = fail;
    }

    private record Late(List<Waiting> payments, List<Account> accounts, long until) {
        Hash community() {
            return payments.getFirst().community();
        }

        int orders() {
            return payments.stream().mapToInt(Waiting::orders).sum();
        }
    }

    /** Those of a batch that touch one of the accounts, or an account of another one that does: the rest has no part in it. */
    static Set<Waiting> held(List<Waiting> batch, List<Account> accounts) {
        var seats = accounts.stream()
                .map(account -> new Seat(account.name(), account.asset()))
                .collect(Collectors.toCollection(HashSet::new));
        var held = new LinkedHashSet<Waiting>();
        for (int before = -1; before < held.size(); ) {
            before = held.size();
            for (var waiting : batch)
                if (waiting.places().stream().anyMatch(place -> seats.contains(place.seat())) && held.add(waiting))
                    waiting.places().forEach(place -> seats.add(place.seat()));
        }
        return batch.stream().filter(held::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What whoever waits in vain is told. */
    static PaymentRefused busy() {
        return new PaymentRefused(new PaymentRefusal.Busy());
    }

    /** Takes payments of one community in, unless too many wait here. */
    boolean take(List<Waiting> payments, List<Account> accounts) {
        var late = new Late(payments, accounts, System.nanoTime() + PATIENCE.toNanos());
        if (orders.addAndGet(late.orders()) > capacity) {
            orders.addAndGet(-late.orders());
            return false;
        }
        communities.merge(late.community(), 1, Integer::sum);
        coming.add(late);
        return true;
    }

    /** Whether any payments of a community wait here: then its ledger is not free. */
    boolean waitsFor(Hash community) {
        return communities.containsKey(community);
    }

    /** Ends when nothing waits any more. */
    void stop() {
        coming.add(END);
    }

    /** Looks until it is stopped and nothing waits any more. */
    void run() throws InterruptedException {
        var waiting = new ArrayList<Late>();
        for (boolean stopping = false; !stopping || !waiting.isEmpty() || !coming.isEmpty(); ) {
            if (waiting.isEmpty()) waiting.add(coming.take());
            else
                Optional.ofNullable(coming.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS))
                        .ifPresent(waiting::add);
            coming.drainTo(waiting);
            stopping |= waiting.removeIf(END::equals);
            waiting.stream()
                    .collect(Collectors.groupingBy(Late::community))
                    .forEach((community, all) -> waiting.removeAll(look(community, some(all))));
            waiting.removeIf(this::isTooLate);
        }
    }

    /** As many as are committed together; the others are looked at next time. */
    private static List<Late> some(List<Late> all) {
        int orders = 0;
        int many = 0;
        while (many < all.size() && orders < MOST_TOGETHER)
            orders += all.get(many++).orders();
        return all.subList(0, many);
    }

    /** Those that are over: all or none. */
    private List<Late> look(Hash community, List<Late> all) {
        var payments = all.stream().flatMap(late -> late.payments().stream()).toList();
        var accounts = all.stream().flatMap(late -> late.accounts().stream()).distinct();
        try {
            if (!open.handle(community, accounts.toList())) return List.of();
        } catch (RuntimeException e) {
            all.forEach(this::forget);
            fail.accept(payments, e);
            return all;
        }
        all.forEach(this::forget);
        write.accept(payments);
        return all;
    }

    private boolean isTooLate(Late late) {
        if (System.nanoTime() - late.until() < 0) return false;
        forget(late);
        fail.accept(late.payments(), busy());
        return true;
    }

    private void forget(Late late) {
        communities.computeIfPresent(late.community(), (_, many) -> many == 1 ? null : many - 1);
        orders.addAndGet(-late.orders());
    }
}
