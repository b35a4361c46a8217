// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first command keeps for the next ones, in a checkout of its own that shares only what was built. */
class RehearsalTest {
    @TempDir
    private Path checkout;

    private Path built;
    private Path kept;

    @BeforeEach
    void checkOut() throws IOException {
        built = Files.createDirectories(checkout.resolve("tools/cli/target"));
        kept = built.resolve("cli.jsa");
        Files.copy(Home.find().resolve("folkmoot"), checkout.resolve("folkmoot"));
        for (var shared : List.of(".mvn", "examples", "tools/cli/target/cli.jar", "tools/cli/target/lib"))
            Files.createSymbolicLink(checkout.resolve(shared), Home.find().resolve(shared));
    }

    @Test
    void theFirstCommandKeepsItsClassesAndTheNextOneUsesThem() {
        var first = typed("");

        // With this a JVM does not go on without the file that it is given.
        var next = typed("-Xshare:on");

        assertThat(List.of(first.code(), next.code())).as(next.err()).containsOnly(0);
        assertThat(next.out()).isEqualTo(first.out()).startsWith("It can be adopted.");
        assertThat(built.toFile().list()).containsExactlyInAnyOrder("cli.jar", "cli.jsa", "lib");
    }

    @Test
    void aFileThatDoesNotFitIsPassedOverInSilence() throws IOException {
        Files.writeString(kept, "no classes");

        assertThat(typed("-Xshare:on").code()).isNotZero();
        var without = typed("");

        assertThat(without.code()).isZero();
        assertThat(without.out().lines()).hasSize(1).first().asString().startsWith("It can be adopted.");
        assertThat(without.err()).isEmpty();
    }

    private Script.Ended typed(String jvm) {
        var script = Script.in(checkout);
        var folkmoot = checkout.resolve("folkmoot").toString();
        return script.run(List.of(
                "env",
                jvm.isEmpty() ? "-uJDK_JAVA_OPTIONS" : "JDK_JAVA_OPTIONS=" + jvm,
                folkmoot,
                "constitution",
                "check",
                checkout.resolve("examples/quickstart/constitution.yaml").toString()));
    }
}
