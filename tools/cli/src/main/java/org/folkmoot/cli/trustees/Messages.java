// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.trustees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Suite;
import org.folkmoot.sealing.Ceremony;
import org.folkmoot.sealing.Deal;
import org.folkmoot.sealing.Point;

/** The files that trustees send each other while they make a key: each names the whole ceremony that it belongs to. */
final class Messages {
    private static final String DEAL = "deal";
    private static final String SIGNATURE = "signature";

    private Messages() {}

    /** A trustee's key as it is written in a constitution. */
    static Point point(String did) {
        try {
            var key = PublicKey.parse(did);
            if (key.suite() == Suite.WEBAUTHN_ES256) return Point.decode(key.bytes());
        } catch (IllegalArgumentException e) {
            throw new Usage("Not a trustee's key: " + did, e);
        }
        throw new Usage("Not a trustee's key: " + did);
    }

    static ObjectNode deal(Ceremony ceremony, int trustee, Deal deal) {
        return message(ceremony, trustee).put(DEAL, Base64.getEncoder().encodeToString(deal.bytes()));
    }

    static ObjectNode signature(Ceremony ceremony, int trustee, byte[] signature) {
        return message(ceremony, trustee).put(SIGNATURE, Base64.getEncoder().encodeToString(signature));
    }

    private static ObjectNode message(Ceremony ceremony, int trustee) {
        var message =
                Api.JSON.createObjectNode().put("session", ceremony.session()).put("quorum", ceremony.quorum());
        var of = message.putArray("of");
        ceremony.trustees().forEach(point -> of.add(TrusteeKeys.did(point)));
        return message.put("trustee", trustee);
    }

    static List<JsonNode> read(List<Path> files) {
        return files.stream().map(file -> Documents.json("@" + file)).toList();
    }

    /** The one ceremony that all messages belong to. */
    static Ceremony ceremony(List<JsonNode> messages) {
        var ceremonies = messages.stream().map(Messages::ceremony).distinct().toList();
        if (ceremonies.size() != 1) throw new Usage("These files are not of one and the same making of a key.");
        return ceremonies.getFirst();
    }

    private static Ceremony ceremony(JsonNode message) {
        var of = new ArrayList<Point>();
        for (var did : message.path("of")) of.add(point(did.asText()));
        return new Ceremony(
                message.path("session").asText(), message.path("quorum").asInt(), of);
    }

    static List<Deal> deals(Ceremony ceremony, List<JsonNode> messages) {
        return each(ceremony, messages, DEAL).stream()
                .map(bytes -> Deal.decode(ceremony, bytes))
                .toList();
    }

    static List<byte[]> signatures(Ceremony ceremony, List<JsonNode> messages) {
        return each(ceremony, messages, SIGNATURE);
    }

    private static List<byte[]> each(Ceremony ceremony, List<JsonNode> messages, String what) {
        var each = new ArrayList<byte[]>();
        for (int trustee = 1; trustee <= ceremony.trustees().size(); trustee++)
            each.add(one(messages, trustee, what)
                    .orElseThrow(missing(TrusteeKeys.did(ceremony.trustees().get(trustee - 1)), what)));
        return each;
    }

    private static Optional<byte[]> one(List<JsonNode> messages, int trustee, String what) {
        return messages.stream()
                .filter(message -> message.path("trustee").asInt() == trustee && message.hasNonNull(what))
                .findFirst()
                .map(message -> Base64.getDecoder().decode(message.path(what).asText()));
    }

    private static Supplier<Usage> missing(String did, String what) {
        return () -> new Usage("The " + what + " of " + did + " is missing.");
    }
}
