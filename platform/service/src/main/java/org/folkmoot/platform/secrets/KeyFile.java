// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Reads the file of a key: the base64 of 32 bytes. */
public final class KeyFile {
    private KeyFile() {}

    /**
     * The key.
     *
     * @param what what is kept under it, for whoever has to mend the file
     */
    public static byte[] read(Path file, String what) {
        try {
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == Sealed.KEY) return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of " + what + " cannot be read: " + file, e);
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new IllegalStateException("The key of " + what + " is not the base64 of 32 bytes: " + file);
    }
}
