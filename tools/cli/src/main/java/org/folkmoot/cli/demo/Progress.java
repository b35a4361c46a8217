// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what happens, and remembers which of the checks did not hold. */
final class Progress {
    private final PrintStream out;
    private final long startedAt = System.nanoTime();
    private final List<String> broken = new ArrayList<>();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(clock() + line);
    }

    /** A line of a table: no clock in front. */
    void row(String line) {
        out.println(line);
    }

    /** Says whether something is as it must be. A check that does not hold makes the demo fail in the end. */
    boolean check(String what, boolean holds) {
        say((holds ? "  ok      " : "  BROKEN  ") + what);
        if (!holds) broken.add(what);
        return holds;
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    private String clock() {
        var tenths = (System.nanoTime() - startedAt) / 100_000_000;
        return String.format(Locale.ROOT, "%4d.%d s  ", tenths / 10, tenths % 10);
    }
}
