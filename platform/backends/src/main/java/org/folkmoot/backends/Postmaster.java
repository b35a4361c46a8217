// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a data folder says: the server's process number in line 1, the folder in line 2 and
 * its state in line 8. PostgreSQL writes it before it touches the data and deletes it when it stops in order.
 */
record Postmaster(Path data) {

    /** Whether the server with this process number accepts connections. */
    boolean isReady(long pid) {
        var lines = lines();
        return lines.size() >= 8
                && lines.get(0).equals(Long.toString(pid))
                && lines.get(7).equals("ready");
    }

    /**
     * Makes the folder free: stops a server that outlived its parent, and deletes the file of a dead one whose number
     * another process has now, because PostgreSQL would take that process for a server.
     */
    void clear(Duration patience) {
        running().ifPresent(server -> server.stop(Signal.INT, patience));
        delete();
        orphans().forEach(RunningProcess::kill);
    }

    /** The server of this folder, if it runs: a process of that number which is not PostgreSQL is somebody else. */
    Optional<RunningProcess> running() {
        return lines().stream()
                .findFirst()
                .flatMap(number -> RunningProcess.find(Long.parseLong(number)))
                .filter(found -> isOurs(found.pid()));
    }

    private boolean isOurs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().commandLine())
                .filter(command -> command.contains("postgres") && command.contains(data.toString()))
                .isPresent();
    }

    /** Sessions of a killed server that have not noticed yet; they keep the folder's shared memory in use. */
    private List<RunningProcess> orphans() {
        return ProcessHandle.allProcesses()
                .filter(handle -> isSession(handle.pid()))
                .map(handle -> RunningProcess.find(handle.pid()))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isSession(long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), data)
                    && Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                            .startsWith("postgres");
        } catch (IOException _) {
            return false; // it ended, is not ours to look at, or there is no /proc
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .map(String::strip)
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException failure) {
            throw new BackendFailed("could not read postmaster.pid in " + data, failure);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException failure) {
            throw new BackendFailed("could not delete postmaster.pid in " + data, failure);
        }
    }
}
