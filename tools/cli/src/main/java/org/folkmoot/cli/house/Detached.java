// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.backends.BackendFailed;
import org.folkmoot.backends.Child;
import org.folkmoot.backends.Signal;
import org.folkmoot.cli.Folkmoot;

/** Starts a supervisor in the background: the same command in a process of its own, without --detach. */
final class Detached {
    private static final String NAME = "supervisor";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Detached() {}

    static void start(Options options, int portBase, Consumer<String> say) {
        DataLock.take(options.data())
                .orElseThrow(() -> new AlreadyRuns(options.data()))
                .close();
        var log = LogFiles.rotated(options.data(), NAME);
        say.accept("Starting in the background; it tells how it goes in " + log + ".");
        var plan = new Child.Plan(NAME, command(options, portBase), Map.of(), log, Signal.TERM, PATIENCE);
        try {
            Child.start(plan, pid -> isStarted(options.data(), pid)).awaitReady(PATIENCE);
        } catch (BackendFailed failure) {
            throw new HouseFailed(failure.getMessage(), failure);
        }
    }

    private static boolean isStarted(Path data, long pid) {
        return Run.read(data)
                .filter(run -> run.started() && run.supervisor().pid() == pid)
                .isPresent();
    }

    private static List<String> command(Options options, int portBase) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Folkmoot.class.getName(),
                "up",
                "--data",
                options.data().toString(),
                "--port-base",
                Integer.toString(portBase)));
        if (options.services().size() < Service.ALL.size())
            command.add("--services=" + String.join(",", options.services()));
        return command;
    }
}
