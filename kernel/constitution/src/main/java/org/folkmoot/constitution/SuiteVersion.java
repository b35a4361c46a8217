// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The version of this program, which the build wrote down. */
final class SuiteVersion {
    private static final String TEXT = read();

    private SuiteVersion() {}

    static String text() {
        return TEXT;
    }

    private static String read() {
        try (var stream = SuiteVersion.class.getResourceAsStream("version.txt")) {
            if (stream == null) {
                throw new IllegalStateException("the build has lost version.txt");
            }
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
