// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs once per user and version, into the user's cache. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked() {
        try {
            var archive = archive();
            var home = cache().resolve("postgresql-" + digest(archive).substring(0, 16));
            if (!Files.isDirectory(home)) unpack(archive, home);
            return home;
        } catch (IOException failure) {
            throw new BackendFailed("could not unpack PostgreSQL: " + failure.getMessage(), failure);
        }
    }

    private static byte[] archive() throws IOException {
        Quiet.onlyWarnings();
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        var arch = System.getProperty("os.arch");
        try (var packed =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, arch.equals("amd64") ? "x86_64" : arch)) {
            return packed.readAllBytes();
        } catch (IllegalStateException none) {
            throw new BackendFailed(
                    "there is no embedded PostgreSQL for " + system + " on " + arch
                            + ": run a PostgreSQL 17 or newer and set JDBC to its address",
                    none);
        }
    }

    /** The user's cache, because anybody may write to the system's temporary folder and nobody cleans this one. */
    private static Path cache() throws IOException {
        var cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return Files.createDirectories(cache.resolve("folkmoot"));
    }

    /** Unpacks beside the final place and renames, so that two at once cannot harm each other. */
    private static void unpack(byte[] archive, Path home) throws IOException {
        var work = Files.createTempDirectory(home.getParent(), "unpack");
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) place(tar, entry, work);
        }
        try {
            Files.move(work, home);
        } catch (AtomicMoveNotSupportedException failure) {
            throw failure;
        } catch (FileSystemException failure) {
            Folders.delete(work);
            if (!Files.isDirectory(home)) throw failure;
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path work) throws IOException {
        var target = work.resolve(entry.getName()).normalize();
        if (!target.startsWith(work)) throw new IOException("the archive leaves its folder: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
