// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.io.PrintStream;
import java.time.Duration;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.HouseStatus;

/** A while in which nothing happens, longer than the processes take to give back what their start needed. */
final class Rest {
    private static final Duration LENGTH = Duration.ofSeconds(75);

    private Rest() {}

    /** How the processes are at its end. */
    static HouseStatus of(House house, PrintStream out) {
        out.println("Nothing happens for " + LENGTH.toSeconds() + " s");
        try {
            Thread.sleep(LENGTH);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at rest", interrupted);
        }
        return house.status();
    }
}
