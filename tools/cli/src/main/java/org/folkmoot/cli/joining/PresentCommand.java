// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.joining;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.KeptKey;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands in a credential with an application. */
@Command(
        name = "present",
        description = "Hand in a credential with your application. It must be made for urn:folkmoot:community: with the"
                + " community's id, and for your id there (members id). Prints how it stands.")
public final class PresentCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "A verifiable presentation in JSON, an SD-JWT with its key binding, or a statement of recognize.")
    private Path file = Path.of("");

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "The key that you applied with.")
    private String signer = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var own = everywhere.keys().read(signer);
        var member = own.member(at);
        var text = new String(Documents.bytes(file), UTF_8).strip();
        var path = "/v1/communities/" + at.hex() + "/applicants/" + member.hex();
        try (var api = new Api()) {
            var identity = everywhere.suite().identity();
            var answer = text.startsWith("{\"payload\"")
                    ? api.post(identity, path + "/memberships", membership(own, at, member, text))
                    : api.post(identity, path + "/credentials", credential(own, at, member, text));
            everywhere.print(
                    answer,
                    answer.path("state").asText() + ": " + answer.path("words").asText());
        }
    }

    private byte[] membership(KeptKey own, Hash at, Hash member, String statement) {
        Map<String, Object> body = Map.of("statements", List.of(StrictJson.parse(statement.getBytes(UTF_8))));
        return everywhere
                .signer()
                .sign(own, at, member, "membership.present/1", body)
                .json();
    }

    private byte[] credential(KeptKey own, Hash at, Hash member, String presentation) {
        Map<String, Object> body =
                Map.of("presentation", Hash.of(presentation.getBytes(UTF_8)).hex());
        var act = everywhere.signer().sign(own, at, member, "credential.present/1", body);
        return Json.object(Map.of("act", StrictJson.parse(act.json()), "presentation", presentation))
                .canonical();
    }
}
