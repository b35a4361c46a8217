// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.folkmoot.backends.Signal;

/** Stops what a supervisor that was killed left running. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Stops the processes that run.json names and that still are those processes, the last one first. */
    static void stop(Path data, Consumer<String> say) {
        var left = Run.read(data).map(Run::processes).orElse(List.of()).reversed().stream()
                .filter(entry -> entry.process().isAlive())
                .toList();
        if (!left.isEmpty())
            say.accept("Stopping what was left running: "
                    + left.stream().map(Run.Entry::name).collect(Collectors.joining(", ")) + ".");
        left.forEach(entry -> entry.process().stop(signal(entry), PATIENCE));
        Run.delete(data);
    }

    private static Signal signal(Run.Entry entry) {
        return entry.name().equals(Ports.POSTGRES) ? Signal.INT : Signal.TERM;
    }
}
