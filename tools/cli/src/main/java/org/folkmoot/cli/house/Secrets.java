// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.folkmoot.backends.Folders;

/**
 * What the services of this machine know and nobody else: files in the data folder that only its owner reads, made once.
 */
final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;

    Secrets(Path data) {
        this.folder = data.resolve("secrets");
    }

    /** The token with which the operator reads metrics. */
    Path operatorToken() {
        return file("operator.token");
    }

    /** The key under which personal data is kept: a backup without this file cannot be read. */
    Path personalKey() {
        return file("personal.key");
    }

    /** The key under which the secrets of webhooks are kept: without this file no webhook of a backup is told anything. */
    Path webhookKey() {
        return file("webhook.key");
    }

    /** Services start side by side, and the second one takes what the first one made. */
    private synchronized Path file(String name) {
        var file = folder.resolve(name);
        if (Files.exists(file)) return file;
        var next = folder.resolve(name + ".next");
        try {
            Folders.createPrivate(folder);
            Files.deleteIfExists(next);
            // The permissions are there before the first byte is, and the name only when all bytes are.
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.writeString(next, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.WRITE);
            return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new HouseFailed("Could not make " + file + ": " + failure.getMessage(), failure);
        }
    }
}
