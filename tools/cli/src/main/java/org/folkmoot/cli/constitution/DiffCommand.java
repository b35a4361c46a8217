// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.constitution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.constitution.Amendment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what one constitution changes about another. */
@Command(name = "diff", description = "Say in words what a new constitution changes.")
final class DiffCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "OLD", description = "The constitution before, YAML or JSON.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The constitution after.")
    private Path next = Path.of("");

    @Override
    public void run() {
        var amendment = new Amendment(Documents.constitution(old), Documents.constitution(next));
        var answer = Api.JSON
                .createObjectNode()
                .put("base", amendment.base().hash().hex())
                .put("next", amendment.next().hash().hex());
        answer.set("differences", differences(amendment));
        var words = amendment.words();
        everywhere.print(
                answer, (words.isEmpty() ? Stream.of("The two say the same.") : words.stream()).toArray(String[]::new));
    }

    private static JsonNode differences(Amendment amendment) {
        try {
            return Api.JSON.readTree(amendment.json().canonicalText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("canonical JSON that cannot be read", e);
        }
    }
}
