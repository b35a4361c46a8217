// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.bench.ledger.Payers;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * Pays without a pause, alone or a hundred at once, and asks with the same ids until it is answered. Now and then it asks
 * again for what was answered long ago. Every fourth payment goes to the same member, and many are more than the payer has.
 */
final class Sender implements Runnable {
    private static final int MOST = 100;
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(100);

    private final int number;
    private final Counter counter;
    private final Payers payers;
    private final Ears ears;
    private final Gate gate;
    private final Random random;
    private final List<List<Wish>> earlier = new ArrayList<>();
    private int asked;

    Sender(int number, Counter counter, Payers payers, Ears ears, Gate gate, Random random) {
        this.number = number;
        this.counter = counter;
        this.payers = payers;
        this.ears = ears;
        this.gate = gate;
        this.random = random;
    }

    @Override
    public void run() {
        while (gate.within(() -> askUntilAnswered(next()))) LockSupport.parkNanos(PACE);
    }

    /** The payment by which the payers found out that everybody is known. */
    static Wish known(Payers payers) {
        return wish(payers, Payers.KNOWN, payers.count() - 1, 0, "LETS", 1);
    }

    void askUntilAnswered(List<Wish> wishes) {
        var from = System.nanoTime();
        for (var open = wishes; !open.isEmpty(); ) {
            var heard = counter.ask(open);
            var left = new ArrayList<Wish>();
            for (int i = 0; i < open.size(); i++) if (!ears.hear(open.get(i), heard.get(i))) left.add(open.get(i));
            if (!left.isEmpty()) LockSupport.parkNanos(BREATH);
            open = left;
        }
        ears.took(System.nanoTime() - from);
    }

    private List<Wish> next() {
        int kind = random.nextInt(12);
        if (kind == 0 && !earlier.isEmpty()) return earlier.get(random.nextInt(earlier.size()));
        int payer = random.nextInt(payers.count());
        var wishes = new ArrayList<Wish>();
        int count = kind == 1 ? 2 + random.nextInt(MOST - 1) : 1;
        for (int i = 0; i < count; i++) wishes.add(wish(payer));
        earlier.add(wishes);
        return wishes;
    }

    private Wish wish(int payer) {
        var step = 1 + random.nextInt(payers.count() - 1);
        int to = payer != 0 && random.nextInt(4) == 0 ? 0 : (payer + step) % payers.count();
        var asset = random.nextBoolean() ? "LETS" : "SKR";
        return wish(payers, "s" + number + "/" + asked++, payer, to, asset, 1 + random.nextInt(2_000));
    }

    private static Wish wish(Payers payers, String name, int payer, int to, String asset, long amount) {
        var id = Json.object(Map.of(
                "actor",
                payers.id(payer).hex(),
                "community",
                payers.community().hex(),
                "id",
                name,
                "type",
                "payment/1"));
        return new Wish(
                Hash.of(id.canonical()),
                name,
                payer,
                payers.member(payer),
                payers.member(to),
                asset,
                BigInteger.valueOf(amount));
    }
}
