// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

/** What came of many ballots: when each receipt came, and how many there are. */
final class Answers {
    private final long[] receivedAt;
    private final Latencies latencies = new Latencies();
    private int received;
    private long began;
    private long ended;

    Answers(int expected) {
        receivedAt = new long[expected];
    }

    void begin() {
        began = System.nanoTime();
    }

    void receipt(long now) {
        receivedAt[received++] = now;
        ended = now;
    }

    void latency(long nanos) {
        latencies.add(nanos);
    }

    int received() {
        return received;
    }

    /** When so many receipts had come. */
    long receivedAt(int count) {
        return receivedAt[count - 1];
    }

    Latencies latencies() {
        return latencies;
    }

    long perSecond() {
        return received * 1_000_000_000L / Math.max(1, ended - began);
    }
}
