// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, one after the other, with their numbers. */
final class Lines implements Closeable {
    private static final int LONGEST = 1_000_000;

    private final String file;
    private final BufferedReader reader;
    private long number = 0;
    private boolean indented = false;

    Lines(Path path) throws IOException {
        file = String.valueOf(path.getFileName());
        reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    String next() throws IOException {
        for (var line = read(); line != null; line = read()) {
            if (!line.isBlank()) {
                indented = Character.isWhitespace(line.charAt(0));
                return line.strip();
            }
        }
        return null;
    }

    /** Whether there is room before what the last line says. */
    boolean isIndented() {
        return indented;
    }

    /** The next line as it stands, or null at the end; blank ones are passed over, unless they have a separator. */
    @Nullable
    String next(char separator) throws IOException {
        for (var line = read(); line != null; line = read()) {
            if (!line.isBlank() || line.indexOf(separator) >= 0) {
                return line;
            }
        }
        return null;
    }

    private @Nullable String read() throws IOException {
        try {
            number++;
            var line = reader.readLine();
            if (line != null && line.length() > LONGEST) {
                throw bad("the line is longer than " + LONGEST + " characters");
            }
            // Some programs begin a file with a mark of its byte order.
            return line != null && number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        } catch (MalformedInputException e) {
            throw bad("this is not UTF-8");
        }
    }

    long number() {
        return number;
    }

    String file() {
        return file;
    }

    BadFile bad(String reason) {
        return new BadFile(file, number, reason);
    }

    /** A whole number from a line. */
    long whole(String text, String what) {
        if (!text.strip().matches("-?[0-9]{1,15}")) {
            throw bad(what + " is a whole number, not '" + text.strip() + "'");
        }
        return Long.parseLong(text.strip());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
