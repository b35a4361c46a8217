// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Usage;

/** Keeps the values that somebody has committed to, each in a file that its owner alone can read. */
final class Secrets {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A value that nobody can guess, in hex. */
    static String choose() {
        var value = new byte[BYTES];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    static void keep(Path secret, String value) {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createFile(secret, mine);
            Files.writeString(secret, value + "\n", StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            throw new Usage(secret + " is there already: who commits twice could choose which value to reveal.");
        } catch (IOException e) {
            throw new Usage("The file " + secret + " cannot be written: " + e.getMessage());
        }
    }

    static String read(Path secret) {
        return Documents.text(secret).strip();
    }
}
