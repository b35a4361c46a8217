// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that completes words in bash and zsh. */
@Command(name = "completion", description = "Print a completion script: source <(./folkmoot completion)")
final class Completion implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        if (command == null) throw new IllegalStateException("used outside a command");
        var out = command.commandLine().getOut();
        out.print(AutoComplete.bash("folkmoot", command.root().commandLine()));
        out.flush();
    }
}
