// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.util.function.Consumer;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.House;

/**
 * Ballots in the ways in which they come, each lot after the service is warm.
 *
 * @param idle one connection, one ballot after the other
 * @param half 64 connections at half the rate that they reach
 * @param crowded 64 connections while many follow the live result
 * @param events what the followers have heard
 * @param perSecond ballots that were streamed a second
 * @param signedPerSecond ballots that were signed a second
 */
record Singles(
        Lot idle,
        Lot narrow,
        Lot wide,
        Lot half,
        Lot crowded,
        Lot streamed,
        long events,
        long perSecond,
        long signedPerSecond) {
    private static final int NARROW = 8;
    private static final int WIDE = 64;
    // Both ways in turn, or what the compiler assumed of the first is thrown away in the second; in lots, of which the
    // last are slow no more: the compiler is done with most of it after a hundred thousand requests of each.
    private static final int ROUNDS = 2;
    private static final int WARMING_STREAMED = 6;
    private static final int WARMING = 8;
    private static final int LOTS = ROUNDS * (WARMING_STREAMED + WARMING) + 5;
    private static final int FEW = 1_000;
    private static final int PERIOD_SECONDS = 7_200; // nobody waits for its end

    static Singles measure(House house, Api api, Work verify, int lot, int subscribers, Consumer<String> say) {
        var members = LOTS * lot + FEW;
        var moot = new Moot(api, house.suite(), new Voters(1, members), PERIOD_SECONDS);
        var signing = System.nanoTime();
        try (var ballots = moot.ballots()) {
            var signed = members * 1_000_000_000L / (System.nanoTime() - signing);
            var booth = new Booth(house, moot, ballots, verify, say);
            say.accept("Warming up …");
            var at = 0;
            for (int round = 0; round < ROUNDS; round++) {
                booth.streamed("warm-up", at, at += WARMING_STREAMED * lot);
                booth.single("warm-up", WIDE, at, at += WARMING * lot, 0);
            }
            booth.rest();
            say.accept("Sending ballots …");
            var idle = booth.single("one connection", 1, at, at += FEW, 0);
            var narrow = booth.single("8 connections", NARROW, at, at += lot, 0);
            var wide = booth.single("64 connections", WIDE, at, at += lot, 0);
            var rate = Math.max(1, wide.answers().perSecond() / 2);
            var half = booth.single("64 connections, half the rate", WIDE, at, at += lot, rate);
            var streamed = booth.streamed("streamed, 4 connections", at, at += lot);
            try (var crowd = new Listeners(booth.voting(), moot.poll(), subscribers)) {
                crowd.await();
                var crowded = booth.single("64 and " + subscribers + " subscribers", WIDE, at, at + lot, 0);
                return new Singles(
                        idle,
                        narrow,
                        wide,
                        half,
                        crowded,
                        streamed,
                        crowd.events(),
                        streamed.answers().perSecond(),
                        signed);
            }
        }
    }

    Lot[] all() {
        return new Lot[] {idle, narrow, wide, half, crowded, streamed};
    }

    /** How long it takes to sign and stream so many ballots, with as much again for a busy machine. */
    long secondsFor(int ballots) {
        return 2L * ballots / Math.max(1, perSecond) + 2L * ballots / Math.max(1, signedPerSecond);
    }
}
