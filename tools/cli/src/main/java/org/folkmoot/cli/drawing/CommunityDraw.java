// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.KeyFolder;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Reveal;

/** A draw of a community: its seed is made there, and everybody takes it as a file and draws again. */
final class CommunityDraw {
    private static final String ROUND = "round";

    private final Api api;
    private final URI voting;
    private final Hash id;

    CommunityDraw(Api api, URI voting, Hash id) {
        this.api = api;
        this.voting = voting;
        this.id = id;
    }

    /** Whether a word names a draw of a community: its id, and not a file. */
    static boolean isNamed(String typed) {
        return typed.matches("[0-9a-f]{64}");
    }

    JsonNode read() {
        return api.get(voting, path());
    }

    /** The same with its rounds: what everybody said in each, and who kept a value back. */
    JsonNode readWithRounds() {
        // Each round leaves somebody out of at most a hundred, so they are all on one page.
        var rounds = api.get(voting, path() + "/rounds?limit=200").path("items");
        return ((ObjectNode) read()).set("rounds", rounds);
    }

    /**
     * Chooses a value for the round that is under way and commits to it. A value that is kept already is committed to again:
     * the answer may have been lost, and the first commitment is final anyway.
     */
    JsonNode commit(KeyFolder keys, String name) {
        var draw = read();
        var round = draw.path(ROUND).asInt();
        var secret = secret(keys, name, round);
        if (!Files.exists(secret)) Secrets.keep(secret, Secrets.choose());
        var said = Map.<String, Object>of(
                ROUND, (long) round, "commitment", value(draw, keys, name).commitment());
        return say("draw.commit/1", "commitments", draw, keys, name, said);
    }

    /** Reveals the value that is kept for the round that is under way. */
    JsonNode reveal(KeyFolder keys, String name) {
        var draw = read();
        var said = Map.<String, Object>of(
                ROUND,
                draw.path(ROUND).asLong(),
                "value",
                value(draw, keys, name).value());
        return say("draw.reveal/1", "reveals", draw, keys, name, said);
    }

    /** Writes the draw and those who can be drawn into a folder, for {@code folkmoot draw panel}. */
    Path save(Path folder) {
        var file = folder.resolve("draw.json");
        try {
            Files.createDirectories(folder);
            copy("/file", file);
            copy("/pool.csv", folder.resolve("pool.csv"));
        } catch (FileAlreadyExistsException e) {
            throw new Usage(e.getMessage() + " is there already.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void copy(String path, Path to) throws IOException {
        try (var body = api.download(voting, path() + path)) {
            Files.copy(body, to);
        }
    }

    private Reveal value(JsonNode draw, KeyFolder keys, String name) {
        var round = draw.path(ROUND).asInt();
        var member = keys.read(name).member(community(draw));
        return new Reveal(Draw.round(id.hex(), round), member.hex(), Secrets.read(secret(keys, name, round)));
    }

    private JsonNode say(
            String type, String what, JsonNode draw, KeyFolder keys, String name, Map<String, Object> said) {
        return api.say(voting, path() + "/" + what, by -> by.sign(keys.read(name), community(draw), id, type, said));
    }

    private static Hash community(JsonNode draw) {
        return Hash.parse(draw.path("community").asText());
    }

    private Path secret(KeyFolder keys, String name, int round) {
        return keys.folder().resolve("draw-" + id.hex() + "-" + round + "." + name + ".secret");
    }

    private String path() {
        return "/v1/draws/" + id.hex();
    }
}
