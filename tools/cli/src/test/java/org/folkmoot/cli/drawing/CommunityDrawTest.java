// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.KeyFolder;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.SecretKey;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Quotas;
import org.folkmoot.sortition.Reveal;
import org.folkmoot.sortition.Seed;
import org.folkmoot.sortition.Sortition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draws of a community, against a service that says what one says. */
class CommunityDrawTest {
    private static final Hash COMMUNITY = Hash.parse("c0".repeat(32));
    private static final Hash DRAW = Hash.parse("d0".repeat(32));
    private static final Quotas QUOTAS = Quotas.NONE
            .with("standing", "elders", new Quotas.Bounds(1, 1))
            .with("standing", "others", new Quotas.Bounds(0, 2))
            .with("place", "north", new Quotas.Bounds(0, 2))
            .with("place", "others", new Quotas.Bounds(1, 2));

    @TempDir
    private Path folder;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<JsonNode> said = new ArrayList<>();
    private final StandIn voting = new StandIn(this::answer);
    private KeyFolder keys = new KeyFolder(Path.of(""));

    @BeforeEach
    void open() {
        keys = new KeyFolder(folder.resolve("keys"));
        keys.keep("ann", SecretKey.generate(new SecureRandom()));
        answers.put("/v1/draws/" + DRAW, "{\"community\":\"" + COMMUNITY + "\",\"round\":2}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST"))
                said.add(body(exchange.getRequestBody().readAllBytes()));
            var answer = answers.getOrDefault(path, "{}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @AfterEach
    void close() {
        voting.close();
    }

    @Test
    void whoCommitsRevealsTheSameLaterAndNobodyElseCanReadIt() throws IOException {
        try (var api = new Api()) {
            var draw = draw(api, DRAW);
            draw.commit(keys, "ann");
            draw.commit(keys, "ann");
            draw.reveal(keys, "ann");
        }

        assertThat(said)
                .extracting(act -> act.path("type").asText())
                .containsExactly("draw.commit/1", "draw.commit/1", "draw.reveal/1");
        assertThat(said).allSatisfy(act -> {
            assertThat(act.path("subject").asText()).isEqualTo(DRAW.hex());
            assertThat(act.path("body").path("round").asInt()).isEqualTo(2);
        });
        var commitment = said.getFirst().path("body").path("commitment").asText();
        assertThat(said.get(1).path("body").path("commitment").asText()).isEqualTo(commitment);
        var member = keys.read("ann").member(COMMUNITY).hex();
        var value = said.get(2).path("body").path("value").asText();
        assertThat(new Reveal(DRAW.hex() + "/2", member, value).matches(commitment))
                .isTrue();
        var secret = keys.folder().resolve("draw-" + DRAW.hex() + "-2.ann.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void itsRoundsAreShownWithIt() {
        answers.put(
                "/v1/draws/" + DRAW + "/rounds",
                "{\"items\":[{\"round\":1,\"committers\":[{\"withheld\":true}]},{\"round\":2,\"committers\":[]}]}");

        try (var api = new Api()) {
            var shown = draw(api, DRAW).readWithRounds();

            assertThat(shown.path("round").asInt()).isEqualTo(2);
            assertThat(shown.path("rounds"))
                    .extracting(round -> round.path("round").asInt())
                    .containsExactly(1, 2);
            assertThat(shown.at("/rounds/0/committers/0/withheld").asBoolean()).isTrue();
        }
    }

    @Test
    void whoKeptNothingRevealsNothing() {
        try (var api = new Api()) {
            var draw = draw(api, DRAW);

            assertThatThrownBy(() -> draw.reveal(keys, "ann")).isInstanceOf(Usage.class);
        }
        assertThat(said).isEmpty();
    }

    /** What a community drew is drawn again from its files, in whichever round its seed was made. */
    @Test
    void anybodyDrawsAgainFromTheFiles() {
        var pool = List.of(
                person("a1", "elders", "north"),
                person("b2", "others", "others"),
                person("c3", "elders", "others"),
                person("d4", "others", "north"));
        var committers = new TreeSet<>(List.of("e5".repeat(32), "f6".repeat(32)));
        var draw = new Draw("juror, drawn by " + "ee".repeat(32), 2, pool, QUOTAS, committers);
        var id = Hash.of(Json.object(draw.said()).canonical());
        var reveals = committers.stream()
                .map(member -> new Reveal(
                        id.hex() + "/2", member, Hash.of(member.getBytes(UTF_8)).hex()))
                .toList();
        var commitments = new TreeMap<String, String>();
        reveals.forEach(reveal -> commitments.put(reveal.validator(), reveal.commitment()));
        answers.put("/v1/draws/" + id + "/file", file(draw, commitments, reveals));
        answers.put("/v1/draws/" + id + "/pool.csv", table(pool));
        var to = folder.resolve("jury");
        try (var api = new Api()) {
            assertThat(draw(api, id).save(to)).isEqualTo(to.resolve("draw.json"));
            assertThatThrownBy(() -> draw(api, id).save(to))
                    .isInstanceOf(Usage.class)
                    .hasMessageContaining("there already");
        }

        var panel = Sortition.of(pool, 2, QUOTAS).draw(Seed.of(commitments, reveals)).stream()
                .map(Person::id)
                .toList();
        var again = Typed.run("draw", "panel", to.resolve("draw.json").toString(), "--json")
                .json();
        assertThat(again.path("draw").asText()).isEqualTo(id.hex());
        assertThat(again.path("panel")).extracting(JsonNode::asText).containsExactlyElementsOf(panel);
    }

    private static String file(Draw draw, Map<String, String> commitments, List<Reveal> reveals) {
        var values = new TreeMap<String, Object>();
        reveals.forEach(reveal -> values.put(reveal.validator(), reveal.value()));
        var file = new TreeMap<>(draw.said());
        file.putAll(Map.of("pool", "pool.csv", "round", 2L, "commitments", commitments, "reveals", values));
        return Json.object(file).canonicalText();
    }

    private static String table(List<Person> pool) {
        var table = new StringBuilder("id,place,standing\n");
        for (var person : pool)
            table.append(person.id())
                    .append(',')
                    .append(person.properties().get("place"))
                    .append(',')
                    .append(person.properties().get("standing"))
                    .append('\n');
        return table.toString();
    }

    private static Person person(String id, String standing, String place) {
        return new Person(id.repeat(32), Map.of("standing", standing, "place", place));
    }

    private CommunityDraw draw(Api api, Hash id) {
        return new CommunityDraw(api, URI.create(voting.url()), id);
    }

    private static JsonNode body(byte[] envelope) {
        return Api.read(new String(Envelope.read(envelope).payload(), UTF_8));
    }
}
