// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipInputStream;
import org.folkmoot.constitution.Origin;
import org.folkmoot.constitution.PluginsRefused;
import org.folkmoot.record.Hash;

/**
 * A jar as it was when it was read, all of it in memory: what runs later is what was hashed, whatever becomes of the
 * file.
 *
 * @param entries its files by their names
 */
record JarBytes(Path file, Origin.Jar origin, Map<String, byte[]> entries) {
    static final int MOST_BYTES = 16 << 20;
    static final int MOST_UNPACKED = 64 << 20;
    static final int MOST_ENTRIES = 10_000;

    JarBytes {
        entries = Map.copyOf(entries);
    }

    static JarBytes read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) throw broken(file, "it is larger than " + (MOST_BYTES >> 20) + " MiB");
            var bytes = Files.readAllBytes(file);
            var entries = unpack(file, bytes);
            return new JarBytes(file, new Origin.Jar(file.toString(), version(file, entries), Hash.of(bytes)), entries);
        } catch (IOException e) {
            throw broken(file, "it cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, byte[]> unpack(Path file, byte[] bytes) throws IOException {
        var entries = new HashMap<String, byte[]>();
        int left = MOST_UNPACKED;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) continue;
                var content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || entries.size() == MOST_ENTRIES)
                    throw broken(file, "it unpacks to more than " + (MOST_UNPACKED >> 20) + " MiB or 10,000 files");
                if (entries.put(entry.getName(), content) != null)
                    throw broken(file, "it holds " + entry.getName() + " twice");
            }
        }
        if (entries.isEmpty()) throw broken(file, "it is not a jar, or an empty one");
        return entries;
    }

    private static String version(Path file, Map<String, byte[]> entries) throws IOException {
        var manifest = new Manifest();
        var bytes = Optional.ofNullable(entries.get(JarFile.MANIFEST_NAME)).orElseGet(() -> new byte[0]);
        manifest.read(new ByteArrayInputStream(bytes));
        var version = manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        if (version == null || !Origin.Jar.isVersion(version))
            throw broken(
                    file,
                    "its manifest does not say its Implementation-Version"
                            + " (up to 64 letters, digits, dots, hyphens, pluses and underscores)");
        return version;
    }

    /** Says which jar cannot be used, why, and what to do about it. */
    static PluginsRefused broken(Path file, String reason) {
        return new PluginsRefused("The plugin jar " + file + " cannot be used: " + reason
                + ". Put a better one in its place or remove it, and start again.");
    }
}
