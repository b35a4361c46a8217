// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.folkmoot.backends.Folders;
import org.folkmoot.plugins.PluginFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the suite and stays with it until Ctrl-C. */
@Command(
        name = "up",
        description = {
            "Starts PostgreSQL, Kafka and the services on this machine, and stays until Ctrl-C.",
            "Set JDBC and KAFKA to use servers of your own instead."
        })
public final class Up implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for all data. Default: data beside the script, or $$FOLKMOOT_DATA.")
    private @Nullable Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${env:FOLKMOOT_PORT_BASE:-7100}",
            description = {
                "Services listen from N+1 on, PostgreSQL on N+20, Kafka on N+30.",
                "Default: 7100, or $$FOLKMOOT_PORT_BASE."
            })
    private int portBase;

    @Option(names = "--services", paramLabel = "NAME", split = ",", description = "Start these services only.")
    private @Nullable List<String> services;

    @Option(names = "--detach", description = "Return as soon as everything answers, and leave it running.")
    private boolean detach;

    @Option(names = "--json", description = "Print JSON, for programs; how it goes is told on the error stream.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var options = options();
        checkPlugins(Home.plugins(options.data()));
        try {
            if (detach) {
                Detached.start(options, portBase, told());
                print(Running.status(options.data()));
                return 0;
            }
            run(options);
        } catch (AlreadyRuns running) {
            told().accept(running.getMessage());
            print(Running.status(options.data()));
        }
        return 0;
    }

    private void run(Options options) throws InterruptedException {
        try (var house = House.start(options, told())) {
            print(house.status());
            told().accept("Data is in " + options.data() + ". Stop with Ctrl-C or ./folkmoot down.");
            house.awaitClosed();
        }
    }

    /** Said here once, a broken jar is not said by each service in its log. */
    private static void checkPlugins(Path folder) {
        Folders.createPrivate(folder);
        PluginFolder.load(folder);
    }

    private Options options() {
        require(portBase >= 1024 && portBase <= 65_000, "--port-base must be between 1024 and 65000");
        var all = Options.lasting(Home.find(), Home.data(data), portBase)
                .withServers(environment("JDBC"), environment("KAFKA"));
        if (services == null) return all;
        var some = services.stream().filter(name -> !name.isBlank()).toList();
        require(all.services().containsAll(some), "--services takes " + String.join(", ", all.services()));
        return all.withServices(some);
    }

    private void require(boolean holds, String sentence) {
        if (!holds) throw new ParameterException(spec().commandLine(), sentence);
    }

    private void print(HouseStatus status) {
        var out = spec().commandLine().getOut();
        if (json) out.println(status.json());
        else status.table().forEach(out::println);
        out.flush();
    }

    private Consumer<String> told() {
        PrintWriter writer =
                json ? spec().commandLine().getErr() : spec().commandLine().getOut();
        return line -> {
            writer.println(line);
            writer.flush();
        };
    }

    private CommandSpec spec() {
        if (command == null) throw new IllegalStateException("used outside a command");
        return command;
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
