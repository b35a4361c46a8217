// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.e2e.life.Village.ANN;
import static org.folkmoot.e2e.life.Village.BEN;
import static org.folkmoot.e2e.life.Village.CAT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.folkmoot.cli.Folkmoot;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.KeyFolder;
import org.folkmoot.cli.client.Waiting;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A town fills a role by lot: it decides so, two witnesses make the seed, and everybody draws the same juror again. */
@ResourceLock(value = Locks.SHARED_HOUSE, mode = ResourceAccessMode.READ)
class DrawTest {
    private static final Rules RULES = new Rules(Rules.of("town.yaml").yaml() + """
            roles:
              juror: { title: Juror, term: P90D }
              witness: { title: Witness }
            """)
            .with("PERIOD", "PT10S")
            .with("REVOTE", "last")
            .with("QUORUM", "1/2");
    private static final Map<String, Object> DRAW = Map.of(
            "type",
            "role.draw",
            "role",
            "juror",
            "from",
            "citizens",
            "seats",
            1L,
            "seed",
            Map.of("role", "witness"),
            "commit",
            "PT15S",
            "reveal",
            "PT15S");

    @TempDir
    private Path folder;

    @Test
    void whoIsDrawnGetsTheRoleAndAnybodyDrawsThemAgain() {
        var village = new Village(Town.found(SharedHouse.suite(), RULES, ANN, BEN, CAT));
        var town = village.town();
        var keys = new KeyFolder(folder.resolve("keys"));
        keys.keep("ann", ANN.key());
        keys.keep("ben", BEN.key());
        var granted = town.propose(CAT, "Two witnesses", List.of(witness(town, ANN), witness(town, BEN)));
        village.vote(granted, "for", "for");
        town.awaitState(granted, "enacted");

        var asked = village.decide(DRAW, "for", "for");
        var community = town.community().hex();
        var draw = await(List.of("list", community), page -> page.path("items").size() == 1)
                .path("items")
                .path(0)
                .path("draw")
                .asText();
        typed("commit", draw, "--as", "ann");
        typed("commit", draw, "--as", "ben");
        assertThat(town.proposal(asked).path("state").asText()).isEqualTo("enacting");
        await(List.of("show", draw), shown -> shown.path("state").asText().equals("revealing"));
        typed("reveal", draw, "--as", "ann");
        typed("reveal", draw, "--as", "ben");

        town.awaitState(asked, "enacted");
        var panel = typed("show", draw).path("panel").path(0).asText();
        var roles = town.identity("/members/" + panel + "/roles").path("roles");
        assertThat(roles.valueStream().map(held -> held.path("role").asText())).contains("juror");
        typed("save", draw, folder.resolve("jury").toString());
        var again = Api.read(run("panel", folder.resolve("jury/draw.json").toString(), "--json"));
        assertThat(again.path("draw").asText()).isEqualTo(draw);
        assertThat(again.path("panel").path(0).asText()).isEqualTo(panel);
    }

    private static Map<String, Object> witness(Town town, Person person) {
        return Map.of(
                "type", "role.grant", "member", person.in(town.community()).hex(), "role", "witness");
    }

    private JsonNode await(List<String> words, Predicate<JsonNode> wanted) {
        return Waiting.until(String.join(" ", words), Town.PATIENCE, () -> typed(words.toArray(String[]::new)), wanted);
    }

    /** Types a command about the draws of the town. */
    private JsonNode typed(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--json", "--data", SharedHouse.house().data().toString()));
        all.addAll(List.of("--keys", folder.resolve("keys").toString()));
        return Api.read(run(all.toArray(String[]::new)));
    }

    private static String run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Folkmoot.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var all = new ArrayList<>(List.of("draw"));
        all.addAll(List.of(words));

        assertThat(line.execute(all.toArray(String[]::new))).as(err.toString()).isZero();
        return out.toString();
    }
}
