// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Test cases of other projects that lie beside this one, in {@code ../shared/cases}; a checkout may lack them. */
public final class Shared {
    private static final Path CASES = Path.of("shared", "cases");

    private Shared() {}

    /** The file or folder of this name among the cases, if it is here. */
    public static Optional<Path> find(String name) {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(CASES).resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** The file or folder of this name among the cases; skips the test, and says so, when it is not here. */
    public static Path cases(String name) {
        return find(name)
                .orElseThrow(() -> new TestAbortedException(
                        "skipped: there is no " + CASES.resolve(name) + " in any folder above this one"));
    }
}
