// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the repository is, and where its data lies unless a command says otherwise. */
public final class Home {
    private Home() {}

    /** The repository's folder: what the script says, or the first folder from here upwards that looks like it. */
    public static Path find() {
        return named("FOLKMOOT_HOME")
                .or(Home::above)
                .orElseThrow(() -> new HouseFailed(
                        "Cannot find Folkmoot's folder: run ./folkmoot, or set FOLKMOOT_HOME to the repository."));
    }

    /** The data folder: the one that was typed, or FOLKMOOT_DATA, or data in the repository. */
    public static Path data(@Nullable Path typed) {
        return Optional.ofNullable(typed)
                .or(() -> named("FOLKMOOT_DATA"))
                .orElseGet(() -> find().resolve("data"))
                .toAbsolutePath()
                .normalize();
    }

    /** The folder of third parties' jars: the one that PLUGINS names, or plugins in the data folder. */
    public static Path plugins(Path data) {
        return named("PLUGINS")
                .orElseGet(() -> data.resolve("plugins"))
                .toAbsolutePath()
                .normalize();
    }

    private static Optional<Path> named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> above() {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .filter(folder ->
                        Files.exists(folder.resolve("folkmoot")) && Files.isDirectory(folder.resolve("services")))
                .findFirst();
    }
}
