// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the published vectors that lie beside the repository, and skips the test where they do not. */
final class SharedCases {
    private SharedCases() {}

    static String text(String name) {
        for (var dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            var file = dir.resolve("shared/cases").resolve(name);
            if (Files.exists(file)) return read(file);
        }
        return Assumptions.abort("no shared/cases/" + name + " beside the repository: these vectors are not run");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
