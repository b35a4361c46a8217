// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.joining;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.Times;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** States for another community that somebody is a member here. */
@Command(
        name = "recognize",
        description = "State for another community that somebody is a member here. Prints the signed statement.")
public final class RecognizeCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "The member's first key: a did, or a key's name.")
    private String key = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who states it: a key's name.")
    private String signer = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var folder = everywhere.keys();
        var own = folder.read(signer);
        var did = folder.resolve(key);
        var member = MemberIds.of(at, did);
        try (var api = new Api()) {
            var path = "/v1/communities/" + at.hex() + "/members/" + member.hex();
            var known = api.get(everywhere.suite().identity(), path);
            Map<String, Object> body = Map.of(
                    "at", Times.text(Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                    "key", did.did(),
                    "since", known.path("since").asText());
            var statement = everywhere.signer().sign(own, at, member, "member.recognize/1", body);
            var text = new String(statement.json(), UTF_8);
            everywhere.print(Api.read(text), text);
        }
    }
}
