// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Kills servers with throw-away data when the process that holds the leash ends in whatever way, SIGKILL included: a
 * shell waits at the other end of a pipe, and only the system can close a pipe of the dead.
 */
public final class Leash implements AutoCloseable {
    private static final String WAIT =
            "trap '' INT TERM HUP; while read -r line; do pids=$line; done; [ -z \"$pids\" ] || kill -9 $pids";

    private final Process shell;
    private final Writer pipe;

    private Leash(Process shell) {
        this.shell = shell;
        this.pipe = shell.outputWriter(StandardCharsets.US_ASCII);
    }

    /** Takes the leash; it holds nothing yet. */
    public static Leash take() {
        try {
            return new Leash(new ProcessBuilder("sh", "-c", WAIT)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failure) {
            throw new BackendFailed("could not start a shell", failure);
        }
    }

    /** From now on holds exactly these processes. */
    public synchronized void hold(Collection<RunningProcess> processes) {
        try {
            pipe.write(processes.stream()
                            .map(process -> Long.toString(process.pid()))
                            .collect(Collectors.joining(" "))
                    + "\n");
            pipe.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets go of everything. */
    @Override
    public synchronized void close() {
        shell.destroyForcibly();
    }
}
