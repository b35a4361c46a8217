// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads from /proc how much memory processes hold; knows nothing where there is no /proc. */
final class Memory {
    private Memory() {}

    /** What one process holds. */
    static Optional<Long> resident(long pid) {
        return field(pid, "status", "VmRSS:");
    }

    /** What a family of processes holds together: each shared page is split among those that map it. */
    static Optional<Long> shared(List<Long> pids) {
        return pids.stream()
                .map(pid -> field(pid, "smaps_rollup", "Pss:"))
                .flatMap(Optional::stream)
                .reduce(Long::sum);
    }

    private static Optional<Long> field(long pid, String file, String name) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .map(kibibytes -> Long.parseLong(kibibytes) * 1024)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException _) {
            return Optional.empty(); // no /proc here, or the process has just ended
        }
    }
}
