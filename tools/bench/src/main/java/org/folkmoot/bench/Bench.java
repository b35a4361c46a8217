// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.bench.ballots.BallotsBench;
import org.folkmoot.bench.kills.KillsBench;
import org.folkmoot.bench.ledger.LedgerBench;

/**
 * Runs the benchmarks. Each prints figures that were measured side by side in one run and their ratio: on a shared machine
 * the ratio means something, the figures alone do not. Usage: {@code ./folkmoot bench
 * [acts|decide|tally|roll]…}, {@code ./folkmoot bench ballots [options]}, {@code ./folkmoot bench kills [--times N] [--seed N]} or
 * {@code ./folkmoot bench ledger [--quick|--full]}; {@code roll} and these start the suite and take some minutes, so they run
 * only when they are named.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        // Libraries on this class path want it before anybody logs.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var wanted = args.length == 0 ? List.of("acts", "decide", "tally") : Arrays.asList(args);
        if (wanted.getFirst().equals("ballots")) {
            BallotsBench.run(System.out, wanted.subList(1, wanted.size()));
            return;
        }
        if (wanted.getFirst().equals("kills")) {
            KillsBench.run(System.out, wanted.subList(1, wanted.size()));
            return;
        }
        if (wanted.getFirst().equals("ledger")) {
            LedgerBench.run(System.out, wanted.subList(1, wanted.size()));
            return;
        }
        for (var name : wanted) {
            switch (name) {
                case "acts" -> ActsBench.run(System.out);
                case "decide" -> DecideBench.run(System.out);
                case "roll" -> RollBench.run(System.out);
                case "tally" -> TallyBench.run(System.out);
                default -> {
                    System.err.println("There is no benchmark " + name
                            + ". There are: acts, ballots, decide, kills, ledger, tally, roll");
                    System.exit(2);
                }
            }
        }
    }
}
