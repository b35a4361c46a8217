// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.folkmoot.backends.RunningProcess;
import org.folkmoot.backends.Signal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the suite that runs on a data folder, and what a killed supervisor left of it. */
@Command(name = "down", description = "Stops the suite. The data stays.")
public final class Down implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the running suite. Default: data beside the script, or $$FOLKMOOT_DATA.")
    private @Nullable Path data;

    @Override
    public Integer call() {
        var folder = Home.data(data);
        var run = Run.read(folder);
        if (run.isEmpty()) {
            say("Folkmoot does not run on " + folder + ".");
            return 0;
        }
        run.map(Run::supervisor).filter(RunningProcess::isAlive).ifPresent(supervisor -> {
            say("Stopping …");
            supervisor.stop(Signal.TERM, PATIENCE);
        });
        Leftovers.stop(folder, this::say);
        say("Folkmoot is stopped. Its data is in " + folder + ".");
        return 0;
    }

    private void say(String line) {
        if (command == null) throw new IllegalStateException("used outside a command");
        var out = command.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
