// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program that refuses to be run by root. In a user namespace of its own root is a nobody who still owns root's
 * files; {@code unshare} becomes the program, so the process number does not change.
 */
final class Unprivileged {
    private static final boolean ROOT = isRoot();

    private Unprivileged() {}

    /** The command to start instead of this one. */
    static List<String> command(String... command) {
        var whole = new ArrayList<String>();
        if (ROOT) whole.addAll(namespace());
        whole.addAll(List.of(command));
        return whole;
    }

    private static List<String> namespace() {
        var unshare = List.of("unshare", "--user");
        try {
            var attempt = new ArrayList<>(unshare);
            attempt.add("true");
            if (new ProcessBuilder(attempt).start().waitFor() == 0) return unshare;
        } catch (IOException _) {
            // There is no such program, which comes to the same.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new BackendFailed("PostgreSQL does not run as root, and this machine does not give root a user namespace:"
                + " run Folkmoot as another user, or set JDBC to a PostgreSQL of your own.");
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException failure) {
            throw new BackendFailed("could not tell who runs this", failure);
        }
    }
}
