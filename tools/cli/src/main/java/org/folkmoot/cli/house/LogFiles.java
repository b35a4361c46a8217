// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.backends.Folders;

/** Where the processes write, and how that stays bounded. */
final class LogFiles {
    private static final long LARGEST = 10L * 1024 * 1024;

    private LogFiles() {}

    static Path file(Path data, String name) {
        return folder(data).resolve(name + ".log");
    }

    static Path folder(Path data) {
        return data.resolve("logs");
    }

    /** Whose logs there are. */
    static List<String> names(Path data) {
        var files = folder(data).toFile().list((_, file) -> file.endsWith(".log"));
        return files == null
                ? List.of()
                : Arrays.stream(files)
                        .map(file -> file.substring(0, file.length() - ".log".length()))
                        .sorted()
                        .toList();
    }

    /** Puts a large log aside, in the place of the one that was put aside before, and gives the file to write to. */
    static Path rotated(Path data, String name) {
        var log = file(data, name);
        try {
            Folders.createPrivate(folder(data));
            if (Files.exists(log) && Files.size(log) > LARGEST)
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            return log;
        } catch (IOException failure) {
            throw new HouseFailed("Could not put the log " + log + " aside: " + failure.getMessage(), failure);
        }
    }
}
