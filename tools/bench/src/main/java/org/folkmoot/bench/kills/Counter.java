// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.folkmoot.bench.ledger.Payers;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Unreachable;

/** Where payments are handed in, one or a hundred, and what is heard of them. */
final class Counter {
    private static final int UNAVAILABLE = 503;

    private final Api api;
    private final URI treasury;
    private final Payers payers;

    Counter(Api api, URI treasury, Payers payers) {
        this.api = api;
        this.treasury = treasury;
        this.payers = payers;
    }

    /** Hands in some payments of one member, signed anew. */
    List<Heard> ask(List<Wish> wishes) {
        try {
            return wishes.size() == 1 ? List.of(one(wishes.getFirst())) : many(wishes);
        } catch (Unreachable e) {
            return all(wishes, new Heard.Nothing("unreachable"));
        } catch (RefusedByService e) {
            return all(wishes, refused(e));
        } catch (UncheckedIOException e) {
            return all(wishes, new Heard.Nothing("broken off"));
        }
    }

    private Heard one(Wish wish) {
        var leg = Map.of("amount", wish.written(), "asset", wish.asset(), "to", wish.to());
        var act = payers.one(wish.payer(), Map.of("id", wish.name(), "legs", List.of(leg)));
        return heard(api.post(treasury, payers.path(), act.json()));
    }

    private List<Heard> many(List<Wish> wishes) {
        var text = new StringBuilder();
        for (var wish : wishes)
            text.append("{\"amount\":\"%s\",\"asset\":\"%s\",\"id\":\"%s\",\"to\":\"%s\"}\n"
                    .formatted(wish.written(), wish.asset(), wish.name(), wish.to()));
        var body = payers.many(wishes.getFirst().payer(), wishes.size(), text.toString());
        var heard = new ArrayList<Heard>();
        try (var lines = new BufferedReader(new InputStreamReader(
                api.stream(treasury, payers.path() + "/batch", BodyPublishers.ofByteArray(body)), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) heard.add(heard(Api.read(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard.size() == wishes.size()
                ? heard
                : all(wishes, new Heard.Surprise(heard.size() + " answers to " + wishes.size() + " payments"));
    }

    private static Heard heard(JsonNode said) {
        var transfer = said.path("transfer").asText();
        return switch (said.path("outcome").asText()) {
            case "posted" ->
                new Heard.Posted(transfer, Instant.parse(said.path("at").asText()));
            case "refused" -> new Heard.Refused(transfer, said.path("reason").asText());
            default -> new Heard.Surprise(said.toString());
        };
    }

    private static Heard refused(RefusedByService no) {
        var said = no.problem();
        if (no.reason().equals("payment-impossible"))
            return new Heard.Refused(
                    said.path("transfer").asText(), said.path("reason").asText());
        return no.status() == UNAVAILABLE
                ? new Heard.Nothing(no.reason())
                : new Heard.Surprise(no.status() + ": " + said);
    }

    private static List<Heard> all(List<Wish> wishes, Heard heard) {
        return Collections.nCopies(wishes.size(), heard);
    }
}
