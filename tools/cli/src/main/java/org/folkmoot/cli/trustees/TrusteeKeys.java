// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.trustees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.PublicKey;
import org.folkmoot.sealing.GroupKey;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.Scalars;

/** The keys of trustees and their shares of keys that they made together, in files that only their owner can read. */
final class TrusteeKeys {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ENDING = ".trustee.json";
    private static final String SHARES = "shares";

    private final Path folder;

    TrusteeKeys(Path folder) {
        this.folder = folder;
    }

    /** Keeps a new key under a name that is still free. */
    Path keep(String name, BigInteger secret) {
        var content =
                Api.JSON.createObjectNode().put("did", did(Point.base(secret))).put("secret", text(secret));
        try {
            Files.createDirectories(folder);
            return write(file(name), content);
        } catch (FileAlreadyExistsException e) {
            throw new Usage("There is a trustee's key named " + name + " already: " + file(name), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BigInteger secret(String name) {
        return number(content(name).path("secret"));
    }

    /** Keeps a trustee's share of a key. */
    void keepShare(String name, GroupKey key, BigInteger share) {
        var content = (ObjectNode) content(name);
        content.withObjectProperty(SHARES).put(key.key().toString(), text(share));
        var next = folder.resolve(name + ENDING + ".next");
        try {
            Files.deleteIfExists(next);
            write(next, content);
            Files.move(next, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A trustee's share of a key, if it took part in making it. */
    Optional<BigInteger> share(String name, GroupKey key) {
        var share = content(name).path(SHARES).path(key.key().toString());
        return share.isMissingNode() ? Optional.empty() : Optional.of(number(share));
    }

    static String did(Point point) {
        return new PublicKey(point.bytes()).did();
    }

    private static Path write(Path file, ObjectNode content) throws IOException {
        // The permissions are there before the first byte is.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content + "\n", StandardOpenOption.WRITE);
    }

    private JsonNode content(String name) {
        try {
            return Api.JSON.readTree(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException e) {
            throw new Usage("There is no trustee's key named " + name + ". Make one: folkmoot trustee key " + name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) throw new Usage("Not a name for a key: " + name);
        return folder.resolve(name + ENDING);
    }

    private static String text(BigInteger number) {
        return Base64.getEncoder().encodeToString(Scalars.encode(number));
    }

    private static BigInteger number(JsonNode text) {
        return Scalars.decode(Base64.getDecoder().decode(text.asText()));
    }
}
