// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import java.util.HashMap;
import java.util.List;
import org.folkmoot.cli.client.Once;
import org.folkmoot.cli.client.Speaking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives shares back for the same share of what the community has. */
@Command(
        name = "exit",
        description = {
            "Give shares back for the same share of what the community has. What you do not name stays with the others.",
            "Example: folkmoot treasury exit COMMUNITY --units 10 --as anna"
        })
final class ExitCommand extends Speaking {
    @Option(names = "--units", required = true, paramLabel = "AMOUNT", description = "How many shares.")
    private String units = "";

    @Option(
            names = "--asset",
            paramLabel = "CODE",
            description = "An asset that you want, as often as needed; all that is shared if you say nothing.")
    private List<String> assets = List.of();

    @Option(names = "--id", paramLabel = "TEXT", description = "What you call it; a new name if you say nothing.")
    private @Nullable String id;

    @Override
    public void run() {
        var body = new HashMap<String, Object>();
        body.put("id", Once.name(id));
        body.put("units", units);
        if (!assets.isEmpty()) body.put("assets", assets);
        say("treasury.exit/1", body, "exits", "transfer");
    }
}
