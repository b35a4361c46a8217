// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command says what it takes. */
class HelpTest {
    static List<String> commands() {
        var found = new ArrayList<String>();
        found.add("");
        collect("", Folkmoot.commandLine(), found);
        return found;
    }

    private static void collect(String before, CommandLine line, List<String> found) {
        line.getSubcommands().forEach((name, command) -> {
            found.add(before + name + " ");
            collect(before + name + " ", command, found);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsGivenBeforeAnythingElseIsAskedFor(String command) {
        var typed = Typed.run(command + "--help");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).contains("Usage: folkmoot " + command.strip());
    }
}
