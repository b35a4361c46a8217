// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.WalletKey;

/** A folder of keys, one file each, readable by its owner only. */
public final class KeyFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ENDING = ".key.json";

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Keeps a key under a name that is still free. */
    public Path keep(String name, SigningKey key) {
        var file = file(name);
        var content = Api.JSON
                .createObjectNode()
                .put("did", key.publicKey().did())
                .put("seed", Base64.getEncoder().encodeToString(key.seed()));
        if (key instanceof PasskeyKey passkey)
            content.put("origin", passkey.origin()).put("rpId", passkey.rpId());
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

    public KeptKey read(String name) {
        var content = content(name);
        var seed = Base64.getDecoder().decode(content.path("seed").asText());
        var members = new HashMap<Hash, Hash>();
        for (var entry : content.path("members").properties())
            members.put(Hash.parse(entry.getKey()), Hash.parse(entry.getValue().asText()));
        return new KeptKey(key(content, seed), members);
    }

    /** Remembers whose key it is in a community, for a key that a member has beside the first one. */
    public void belongs(String name, Hash community, Hash member) {
        var content = (ObjectNode) content(name);
        content.withObjectProperty("members").put(community.hex(), member.hex());
        var next = folder.resolve(name + ENDING + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, content + "\n", StandardOpenOption.WRITE);
            Files.move(next, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SigningKey key(JsonNode content, byte[] seed) {
        return switch (PublicKey.parse(content.path("did").asText()).suite()) {
            case ED25519 -> new SecretKey(seed);
            case EIP712 -> new WalletKey(seed);
            case WEBAUTHN_ES256 ->
                new PasskeyKey(
                        seed,
                        content.path("origin").asText(),
                        content.path("rpId").asText());
        };
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
