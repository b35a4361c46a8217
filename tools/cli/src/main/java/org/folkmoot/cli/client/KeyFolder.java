// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;

/** A folder of keys, one file each, readable by its owner only. */
public final class KeyFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ENDING = ".key.json";

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Keeps a key under a name that is still free. */
    public Path keep(String name, SecretKey key) {
        var file = file(name);
        var content = Api.JSON
                .createObjectNode()
                .put("did", key.publicKey().did())
                .put("seed", Base64.getEncoder().encodeToString(key.seed()));
        try {
            Files.createDirectories(folder);
            // The permissions are there before the first byte is.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, content + "\n", StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Usage("There is a key named " + name + " already: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SecretKey read(String name) {
        return new SecretKey(
                Base64.getDecoder().decode(content(name).path("seed").asText()));
    }

    public PublicKey publicKey(String name) {
        return PublicKey.parse(content(name).path("did").asText());
    }

    /** The public key that a word stands for: a {@code did:key} itself, or the name of a key in this folder. */
    public PublicKey resolve(String didOrName) {
        return didOrName.startsWith("did:") ? PublicKey.parse(didOrName) : publicKey(didOrName);
    }

    public List<String> names() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode content(String name) {
        var file = file(name);
        try {
            return Api.JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Usage(
                    "There is no key named " + name + " in " + folder + ". Make one: folkmoot keys new " + name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) throw new Usage("Not a name for a key: " + name);
        return folder.resolve(name + ENDING);
    }
}
