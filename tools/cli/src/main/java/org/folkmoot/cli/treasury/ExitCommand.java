// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import java.util.HashMap;
import java.util.List;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Once;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives shares back for the same share of what the community has. */
@Command(
        name = "exit",
        description = {
            "Give shares back for the same share of what the community has. What you do not name stays with the others.",
            "Example: folkmoot treasury exit COMMUNITY --units 10 --as anna"
        })
final class ExitCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--units", required = true, paramLabel = "AMOUNT", description = "How many shares.")
    private String units = "";

    @Option(
            names = "--asset",
            paramLabel = "CODE",
            description = "An asset that you want, as often as needed; all that is shared if you say nothing.")
    private List<String> assets = List.of();

    @Option(names = "--id", paramLabel = "TEXT", description = "What you call it; a new name if you say nothing.")
    private @Nullable String id;

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "You: a key's name.")
    private String signer = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var body = new HashMap<String, Object>();
        var name = Once.name(id);
        body.put("id", name);
        body.put("units", units);
        if (!assets.isEmpty()) body.put("assets", assets);
        try (var api = new Api()) {
            var act = everywhere.signer().sign(everywhere.keys().read(signer), at, at, "treasury.exit/1", body);
            var path = "/v1/communities/" + at.hex() + "/exits";
            var treasury = everywhere.suite().treasury();
            everywhere.printMade(Once.ask(name, () -> api.post(treasury, path, act.json())), "transfer");
        }
    }
}
