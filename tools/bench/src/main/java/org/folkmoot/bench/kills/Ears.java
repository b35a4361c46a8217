// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.folkmoot.record.Hash;

/** Keeps what all senders were told, and notices when anybody is told something else later. */
final class Ears {
    /** A payment and the first answer to it that was one. */
    record Kept(Wish wish, Heard heard) {}

    private final ConcurrentMap<Hash, Kept> kept = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, AtomicLong> silences = new ConcurrentHashMap<>();
    private final AtomicLong again = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();

    /** Takes an answer; true if it was one. */
    boolean hear(Wish wish, Heard heard) {
        switch (heard) {
            case Heard.Nothing(var why) ->
                silences.computeIfAbsent(why, _ -> new AtomicLong()).incrementAndGet();
            case Heard.Surprise(var what) -> surprises.add(what);
            case Heard.Posted posted -> keep(wish, posted.transfer(), heard);
            case Heard.Refused refused -> keep(wish, refused.transfer(), heard);
        }
        return !(heard instanceof Heard.Nothing);
    }

    private void keep(Wish wish, String transfer, Heard heard) {
        if (!transfer.equals(wish.id().hex())) surprises.add("answered as " + transfer + ": " + wish);
        var first = kept.putIfAbsent(wish.id(), new Kept(wish, heard));
        if (first == null) return;
        again.incrementAndGet();
        if (!first.equals(new Kept(wish, heard))) surprises.add("first " + first + ", and then " + heard);
    }

    void took(long nanos) {
        slowest.accumulateAndGet(nanos, Math::max);
    }

    /** Every payment that was answered. */
    Map<Hash, Kept> kept() {
        return kept;
    }

    long posted() {
        return kept.values().stream()
                .filter(one -> one.heard() instanceof Heard.Posted)
                .count();
    }

    /** How many were asked for again after they had been answered, and were answered alike. */
    long again() {
        return again.get();
    }

    /** How many were not answered, by why. */
    Map<String, AtomicLong> silences() {
        return silences;
    }

    long slowestMillis() {
        return slowest.get() / 1_000_000;
    }

    /** What nobody should have heard. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }
}
