// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Runs the benchmarks. Each prints figures that were measured side by side in one run and their ratio: on a shared machine
 * the ratio means something, the figures alone do not. Usage: {@code ./folkmoot bench [acts|tally]…}
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        var wanted = args.length == 0 ? List.of("acts", "tally") : Arrays.asList(args);
        for (var name : wanted) {
            switch (name) {
                case "acts" -> ActsBench.run(System.out);
                case "tally" -> TallyBench.run(System.out);
                default -> {
                    System.err.println("There is no benchmark " + name + ". There are: acts, tally");
                    System.exit(2);
                }
            }
        }
    }
}
