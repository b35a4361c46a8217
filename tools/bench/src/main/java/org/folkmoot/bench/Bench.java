// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import org.folkmoot.bench.ballots.BallotsBench;
import org.folkmoot.bench.kills.KillsBench;
import org.folkmoot.bench.ledger.LedgerBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Runs the benchmarks. Each prints figures that were measured side by side in one run and their ratio: on a shared machine
 * the ratio means something, the figures alone do not.
 */
@Command(
        name = "./folkmoot bench",
        description =
                "Runs the benchmarks: acts, decide and tally when none is named. The others start the suite and take"
                        + " some minutes.",
        subcommandsRepeatable = true)
public final class Bench implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what there is.")
    private boolean help;

    private Bench() {}

    public static void main(String[] args) {
        // Libraries on this class path want it before anybody logs.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public void run() {
        acts();
        decide();
        tally();
    }

    @Command(description = "What it costs to read and check an act.")
    void acts() {
        ActsBench.run(System.out);
    }

    @Command(description = "What a decision with its trace costs.")
    void decide() {
        DecideBench.run(System.out);
    }

    @Command(description = "What each voting method costs.")
    void tally() {
        TallyBench.run(System.out);
    }

    @Command(description = "What it costs to register a million members.")
    void roll() {
        RollBench.run(System.out);
    }

    @Command(
            description =
                    "What ballots cost from the wire to their receipts, and polls from the deadline to the decision.")
    void ballots(
            @Option(names = "--full", description = "Also a poll of a million ballots.") boolean full,
            @Option(names = "--members", description = "Also a poll of so many ballots.", defaultValue = "0")
                    int members,
            @Option(names = "--native", description = "Check signatures with the native library.") boolean fastest,
            @Option(names = "--quick", description = "Fewer and smaller polls.") boolean quick) {
        BallotsBench.run(System.out, full, members, fastest, quick);
    }

    @Command(description = "What payments cost until they are on the disk, beside pgbench on the same server.")
    void ledger(
            @Option(names = "--full", description = "Up to ten million entries.") boolean full,
            @Option(names = "--quick", description = "Fewer and shorter rounds.") boolean quick) {
        LedgerBench.run(System.out, full, quick);
    }

    @Command(description = "Whether an acknowledged payment is ever lost or doubled when processes are killed.")
    int kills(
            @Option(names = "--times", description = "So many kills.", defaultValue = "100") int times,
            @Option(names = "--seed", description = "What chance follows.", defaultValue = "1") long seed) {
        return KillsBench.holds(System.out, times, seed) ? 0 : 1;
    }
}
