// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that say what the events are, and which of them were released: {@code released.sha256} has a line for each
 * schema that somebody may rely on. Such a schema is never changed; a change is a new version with a new name.
 */
record Golden(Path folder) {
    private static final String RELEASED = "released.sha256";

    /** The files of this module. */
    static Golden files() {
        return new Golden(Path.of("src/main/resources/contracts"));
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Writes a schema and releases it; one that was released with other words stays as it is. */
    void release(String name, String schema) throws IOException {
        var released = released();
        var hash = sha256(schema);
        if (!released.getOrDefault(name, hash).equals(hash))
            throw new IllegalStateException(
                    name + " was released: add a new version of the event instead of changing it");
        write(name, schema);
        released.put(name, hash);
        var lines = new StringBuilder();
        released.forEach(
                (file, sum) -> lines.append(sum).append("  ").append(file).append('\n'));
        write(RELEASED, lines.toString());
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }

    /** The hash of each released schema by its name, in the form that {@code sha256sum -c} checks. */
    Map<String, String> released() throws IOException {
        var released = new TreeMap<String, String>();
        if (!Files.exists(folder.resolve(RELEASED))) return released;
        for (var line : Files.readAllLines(folder.resolve(RELEASED))) {
            var parts = line.split(" {2}", 2);
            released.put(parts[1], parts[0]);
        }
        return released;
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
