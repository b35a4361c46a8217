// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;

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
        } catch (IOException e) {
            throw unread(file, e);
        }
    }

    /** What is said of a file that cannot be read. */
    public static Usage unread(Path file, IOException why) {
        if (why instanceof NoSuchFileException) return new Usage("There is no file " + file, why);
        return new Usage(
                Files.isDirectory(file)
                        ? file + " is a folder; a file is expected"
                        : file + " cannot be read: " + why.getMessage(),
                why);
    }

    public static String text(Path file) {
        var text = new String(bytes(file), StandardCharsets.UTF_8);
        // Spreadsheets begin a file with a mark of its byte order, which nobody sees.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A text as typed on the command line, or in a file when it begins with {@code @}. */
    public static String typed(String typed) {
        return typed.startsWith("@") ? text(Path.of(typed.substring(1))) : typed;
    }

    /** What is wrong with a file is told with its name. */
    public static <T> T reading(Path file, Supplier<T> read) {
        try {
            return read.get();
        } catch (ConstitutionRefused e) {
            throw new Usage(
                    String.join(
                            "\n",
                            e.complaints().stream()
                                    .map(complaint -> file + ":" + complaint)
                                    .toList()),
                    e);
        }
    }

    /** JSON as typed on the command line, or in a file when it begins with {@code @}. */
    public static JsonNode json(String typed) {
        try {
            return Api.JSON.readTree(typed(typed));
        } catch (IOException e) {
            throw new Usage("Not JSON: " + typed, e);
        }
    }

    /** JSON as plain maps, lists, texts, integers and booleans, which is all that an act can carry. */
    public static Object plain(JsonNode json) {
        return Api.JSON.convertValue(json, Object.class);
    }
}
