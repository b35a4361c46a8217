// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.wrong.domain;

import java.nio.file.Path;
import java.time.Instant;

/** An inexact rule that looks at files and clocks. */
public final class Guess {
    final Path file = Path.of("rules");

    float share() {
        return file.getNameCount();
    }

    Instant since() {
        return Instant.now();
    }
}
