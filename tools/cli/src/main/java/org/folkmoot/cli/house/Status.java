// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how the suite is. */
@Command(
        name = "status",
        description = "Shows each process, its address and whether it answers. Ends with 4 unless all do.")
public final class Status implements Callable<Integer> {
    private static final int NOT_READY = 4;

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the running suite. Default: data beside the script, or $$FOLKMOOT_DATA.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        if (command == null) throw new IllegalStateException("used outside a command");
        var out = command.commandLine().getOut();
        var status = Running.status(Home.data(data));
        if (json) out.println(status.json().toPrettyString());
        else if (status.processes().isEmpty())
            out.println("Folkmoot does not run on " + status.data() + ". Start it with ./folkmoot up.");
        else {
            status.table().forEach(out::println);
            if (!Running.isSupervised(status.data()))
                out.println("Nobody watches over it any more: its supervisor was killed. Run ./folkmoot up or down.");
        }
        out.flush();
        return status.ready() ? 0 : NOT_READY;
    }
}
