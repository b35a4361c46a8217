// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Another program that is measured. */
public final class Program {
    private Program() {}

    /** Runs it to its end and gives what it said on both of its streams; fails with that if it failed. */
    public static String said(ProcessBuilder program) {
        try {
            var process = program.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0)
                throw new IllegalStateException(program.command().getFirst() + ": " + said);
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
