// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.folkmoot.cli.client.Usage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a process of the suite wrote. */
@Command(name = "logs", description = "Shows the end of what a process wrote.")
public final class Logs implements Callable<Integer> {
    private static final int PIECE = 64 * 1024;
    private static final int WINDOW = 1024 * 1024;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "NAME",
            description = "postgres, kafka, identity, proposals, voting, treasury or supervisor.")
    private String name = "";

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "50", description = "How many lines. Default: 50.")
    private int lines;

    @Option(names = "-f", description = "Go on with what comes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the suite. Default: data beside the script, or $$FOLKMOOT_DATA.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (command == null) throw new IllegalStateException("used outside a command");
        var out = command.commandLine().getOut();
        var folder = Home.data(data);
        var log = LogFiles.file(folder, name);
        if (!Files.exists(log))
            throw new Usage("There is no log " + log + ". There are: " + LogFiles.names(folder) + ".");
        var end = printLast(log, out);
        if (follow) follow(folder, end, out);
        return 0;
    }

    /** Prints the last lines and gives the position after them. */
    private long printLast(Path log, PrintWriter out) throws IOException {
        var size = Files.size(log);
        var text = new StringWriter();
        printFrom(log, Math.max(0, size - WINDOW), size, new PrintWriter(text));
        var all = text.toString().lines().toList();
        all.stream().skip(Math.max(0, all.size() - lines)).forEach(out::println);
        out.flush();
        return size;
    }

    /** Waits for changes of the folder, because the file is a new one after a rotation. */
    private void follow(Path folder, long from, PrintWriter out) throws IOException, InterruptedException {
        var log = LogFiles.file(folder, name);
        try (var watch = folder.getFileSystem().newWatchService()) {
            LogFiles.folder(folder).register(watch, ENTRY_CREATE, ENTRY_MODIFY);
            var at = from;
            while (!out.checkError()) {
                var size = Files.exists(log) ? Files.size(log) : 0;
                printFrom(log, size < at ? 0 : at, size, out);
                at = size;
                var key = watch.poll(1, TimeUnit.SECONDS);
                if (key == null) continue;
                key.pollEvents();
                key.reset();
            }
        }
    }

    private static void printFrom(Path log, long from, long to, PrintWriter out) throws IOException {
        if (from >= to) return;
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(from);
            for (var left = to - from; left > 0; left -= PIECE)
                out.print(new String(in.readNBytes((int) Math.min(left, PIECE)), StandardCharsets.UTF_8));
        }
        out.flush();
    }
}
