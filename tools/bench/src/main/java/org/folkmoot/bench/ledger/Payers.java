// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Signer;
import org.folkmoot.cli.members.RollFile;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.SecretKey;

/** A community whose members owe each other as much as they like, so that every payment is possible. */
public final class Payers {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The id of the one payment that is made to see that everybody is known: a hundredth from the last member to the first. */
    public static final String KNOWN = "known";

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String ASSETS = "assets: { LETS: { scale: 2, kind: mutual-credit, line: 10000000000000.00 } }";
    private static final String RULES = """
            folkmoot: 1
            name: Payers
            %s
            admission: { model: registrar, of: founders }
            bodies: { members: { who: "true", power: equal } }
            policies:
              - name: everything
                applies: "true"
                body: members
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                timing: { delay: PT1S, period: P1D, timelock: PT0S, expires: P1D }
            """;

    private final Hash community;
    private final SecretKey[] keys;
    private final Signer signer = new Signer(java.time.InstantSource.system());

    /** Founds it, registers everybody, and waits until the treasury knows them. */
    Payers(Api api, URI identity, URI treasury, int count) {
        this(api, identity, treasury, count, ASSETS);
    }

    /** The same with assets and accounts of one's own; {@code LETS} must be among them. */
    public Payers(Api api, URI identity, URI treasury, int count, String assets) {
        keys = IntStream.range(0, count).parallel().mapToObj(Payers::key).toArray(SecretKey[]::new);
        Map<String, Object> founding = Map.of(
                "constitution",
                Constitution.read(RULES.formatted(assets).getBytes(UTF_8)).json(),
                "founders",
                List.of(keys[0].publicKey().did()),
                "name",
                "Payers");
        var act = signer.sign(keys[0], Hash.ZERO, Hash.ZERO, "community.found/1", founding);
        community = Hash.parse(api.post(identity, "/v1/communities", act.json())
                .path("community")
                .asText());
        try (var roll = RollFile.of(
                IntStream.range(1, count).mapToObj(i -> keys[i].publicKey().did()))) {
            var register = signer.sign(keys[0], community, community, "member.register/1", roll.body());
            api.post(
                    identity,
                    "/v1/communities/" + community + "/members/bulk",
                    "application/x-ndjson",
                    roll.lines(register));
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!isKnown(api, treasury)) {
            if (System.nanoTime() > until) throw new IllegalStateException("the treasury does not know the members");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isKnown(Api api, URI treasury) {
        try {
            api.post(treasury, path(), one(count() - 1, 0, KNOWN).json());
            return true;
        } catch (RefusedByService _) {
            return false; // not yet
        }
    }

    public int count() {
        return keys.length;
    }

    /** The community. */
    public Hash community() {
        return community;
    }

    /** Where payments are sent to. */
    public String path() {
        return "/v1/communities/" + community + "/payments";
    }

    /** The name of a member's account. */
    public String member(int number) {
        return "member/" + id(number).hex();
    }

    /** A member. */
    public Hash id(int number) {
        return MemberIds.of(community, keys[number].publicKey());
    }

    /** One signed payment of a hundredth. */
    Envelope one(int from, int to, String id) {
        var leg = Map.of("amount", "0.01", "asset", "LETS", "to", member(to));
        return one(from, Map.of("id", id, "legs", List.of(leg)));
    }

    /** One signed payment. */
    public Envelope one(int from, Map<String, Object> body) {
        return signer.sign(keys[from], community, community, "payment.make/1", body);
    }

    /** A batch that one member signs: the body of the request. */
    byte[] many(int from, int lines, String id, IntFunction<String> to) {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++)
            text.append("{\"amount\":\"0.01\",\"asset\":\"LETS\",\"id\":\"")
                    .append(id)
                    .append('/')
                    .append(i)
                    .append("\",\"to\":\"")
                    .append(to.apply(i))
                    .append("\"}\n");
        return many(from, lines, text.toString());
    }

    /** The same with lines of one's own. */
    public byte[] many(int from, int lines, String text) {
        var bytes = text.getBytes(UTF_8);
        var act = signer.sign(
                keys[from],
                community,
                community,
                "payment.batch/1",
                Map.of("count", lines, "lines", Hash.of(bytes).hex()));
        var head = act.json();
        return ByteBuffer.allocate(head.length + 1 + bytes.length)
                .put(head)
                .put((byte) '\n')
                .put(bytes)
                .array();
    }

    private static SecretKey key(int number) {
        return new SecretKey(
                Hash.of(ByteBuffer.allocate(8).putInt(7).putInt(number).array()).bytes());
    }
}
