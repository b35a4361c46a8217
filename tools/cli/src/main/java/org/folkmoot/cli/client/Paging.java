// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every list. */
public final class Paging {
    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many at most (1 to 200). Default: ${DEFAULT-VALUE}.")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Go on after the page that named this cursor.")
    private @Nullable String after;

    /** {@code ?limit=…&after=…} */
    public String query() {
        var cursor = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return "?limit=" + limit + cursor;
    }
}
