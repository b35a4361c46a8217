// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Signer;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;

/**
 * What it costs to register a million members in one stream with identity-svc, on a PostgreSQL of its own, beside the bare
 * verification of as many signatures. Then reads members one by one, from the first to the last.
 */
final class RollBench {
    private static final int MEMBERS = 1_000_000;
    private static final int READ = 2_000;
    private static final int BATCH = 50_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final PrintStream out;
    private final SecretKey founder = SecretKey.generate(new SecureRandom());
    private final Signer signer = new Signer(InstantSource.system());

    private RollBench(PrintStream out) {
        this.out = out;
    }

    static void run(PrintStream out) {
        try {
            new RollBench(out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() throws IOException {
        var lines = Files.createTempFile("folkmoot-roll", ".ndjson");
        try (var house = House.start(Options.throwAway(Home.find()).withServices(List.of("identity")), out::println);
                var api = new Api()) {
            out.println("Making " + MEMBERS + " keys …");
            var some = keys(lines);
            var identity = house.url("identity");
            var community = found(api, identity);
            out.println("Registering them …");
            var verify = verify();
            var register = new Rate("register a member, in one stream", register(api, identity, community, lines));
            var read = new Rate("read a member over HTTP, one after the other", read(api, identity, community, some));
            Rate.print(out, "A roll of " + MEMBERS + " members", verify, register, read);
        } finally {
            Files.deleteIfExists(lines);
        }
    }

    /** Writes a line for each member, and keeps some of the keys. */
    private static List<PublicKey> keys(Path lines) throws IOException {
        var random = new SecureRandom();
        var kept = new ArrayList<PublicKey>();
        try (var file = Files.newBufferedWriter(lines)) {
            for (int done = 0; done < MEMBERS; done += BATCH) {
                var keys = IntStream.range(0, BATCH)
                        .parallel()
                        .mapToObj(_ -> SecretKey.generate(random).publicKey())
                        .toList();
                for (var key : keys) file.write("{\"key\":\"" + key.did() + "\"}\n");
                kept.addAll(keys.subList(0, READ / (MEMBERS / BATCH)));
            }
        }
        return kept;
    }

    private Hash found(Api api, URI identity) {
        var rules = """
                folkmoot: 1
                name: A large roll
                admission: { model: registrar, of: founders }
                bodies: { members: { who: "true", power: equal } }
                policies:
                  - name: everything
                    applies: "true"
                    body: members
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: PT1H, period: P1D, timelock: PT0S, expires: P1D }
                """;
        Map<String, Object> body = Map.of(
                "constitution",
                Constitution.read(rules.getBytes(UTF_8)).json(),
                "founders",
                List.of(founder.publicKey().did()),
                "name",
                "A large roll");
        var act = signer.sign(founder, Hash.ZERO, Hash.ZERO, "community.found/1", body);
        return Hash.parse(api.post(identity, "/v1/communities", act.json())
                .path("community")
                .asText());
    }

    private static Rate verify() {
        var key = SecretKey.generate(new SecureRandom());
        var message = "a message of the usual length of an act, as far as verification is concerned".getBytes(US_ASCII);
        var signature = key.sign(message);
        var verifier = Ed25519.fastest();
        return Rate.sideBySide(new Rate.Named(
                "verify a signature, " + verifier.name(),
                1,
                _ -> verifier.verify(key.publicKey(), message, signature) ? 1 : 0))[0];
    }

    private long register(Api api, URI identity, Hash community, Path lines) throws IOException {
        Map<String, Object> body = Map.of("count", MEMBERS, "roll", sha256(lines));
        var act = signer.sign(founder, community, community, "member.register/1", body);
        var from = System.nanoTime();
        var answer = api.post(
                identity, "/v1/communities/" + community + "/members/bulk", "application/x-ndjson", stream(act, lines));
        var took = System.nanoTime() - from;
        if (answer.path("added").asInt() != MEMBERS) throw new IllegalStateException("not all joined: " + answer);
        return perSecond(MEMBERS, took);
    }

    private static BodyPublisher stream(Envelope act, Path lines) {
        return BodyPublishers.ofInputStream(() -> {
            try {
                var first = (new String(act.json(), UTF_8) + "\n").getBytes(UTF_8);
                return new SequenceInputStream(new ByteArrayInputStream(first), Files.newInputStream(lines));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static long read(Api api, URI identity, Hash community, List<PublicKey> some) {
        var from = System.nanoTime();
        for (var key : some)
            api.get(identity, "/v1/communities/" + community + "/members/" + MemberIds.of(community, key));
        return perSecond(some.size(), System.nanoTime() - from);
    }

    private static long perSecond(long count, long nanos) {
        return count * NANOS_PER_SECOND / Math.max(1, nanos);
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
