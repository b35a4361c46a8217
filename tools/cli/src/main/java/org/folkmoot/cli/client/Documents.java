// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.folkmoot.constitution.Constitution;

/** Files that a member hands in. */
public final class Documents {
    private Documents() {}

    /** A constitution that can be read; what is wrong with it otherwise is in the exception, with line and column. */
    public static Constitution constitution(Path file) {
        return Constitution.read(bytes(file));
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Usage("There is no file " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** JSON as typed on the command line, or in a file when it begins with {@code @}. */
    public static JsonNode json(String typed) {
        var text = typed.startsWith("@") ? text(Path.of(typed.substring(1))) : typed;
        try {
            return Api.JSON.readTree(text);
        } catch (IOException e) {
            throw new Usage("Not JSON: " + typed, e);
        }
    }

    /** JSON as plain maps, lists, texts, integers and booleans, which is all that an act can carry. */
    public static Object plain(JsonNode json) {
        return Api.JSON.convertValue(json, Object.class);
    }
}
