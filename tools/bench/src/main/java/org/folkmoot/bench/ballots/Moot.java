// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Signer;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.cli.client.Waiting;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;

/** A community with one poll, in which all of its members may vote. */
final class Moot {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 5_000_000;
    private static final int BEFORE_MILLIS = 100;

    private final Api api;
    private final Suite suite;
    private final Voters voters;
    private final Signer signer = new Signer(InstantSource.system());
    private final Hash community;
    private final Hash poll;
    private final Instant closesAt;

    /** Founds it, registers everybody in one stream, and waits until the poll is open. */
    Moot(Api api, Suite suite, Voters voters, long periodSeconds) {
        this.api = api;
        this.suite = suite;
        this.voters = voters;
        community = found(periodSeconds);
        var position = register();
        var proposal = draft();
        var submit = sign(proposal, "proposal.submit/1", Map.of("after", position));
        var submission = "/v1/proposals/" + proposal.hex() + "/submission";
        var submitted = Waiting.until(
                "proposals-svc to know the members",
                PATIENCE,
                () -> api.post(suite.proposals(), submission, submit.json()),
                _ -> true);
        poll = Hash.parse(submitted.path("poll").asText());
        closesAt = Instant.parse(submitted.path("closesAt").asText());
        Waiting.until(
                "the poll to open",
                PATIENCE,
                this::shown,
                it -> it.path("state").asText().equals("open"));
    }

    Hash community() {
        return community;
    }

    Hash poll() {
        return poll;
    }

    Instant closesAt() {
        return closesAt;
    }

    /** A ballot of each member. */
    SignedBallots ballots() {
        return SignedBallots.sign(
                voters, community, poll, Instant.now().plus(Duration.ofHours(2)).getEpochSecond());
    }

    /** The count as it is now. */
    JsonNode tally() {
        return api.get(suite.voting(), "/v1/polls/" + poll.hex() + "/tally");
    }

    /** Waits until just before the deadline, and looks at something then. */
    <T> T untilDeadline(Supplier<T> look) {
        while (Instant.now().isBefore(closesAt.minusMillis(BEFORE_MILLIS))) LockSupport.parkNanos(PAUSE_NANOS);
        return look.get();
    }

    /** Waits for the decision, and says how many nanoseconds after the deadline it came. */
    long awaitDecision(int ballots) {
        var tally = tally();
        while (!tally.path("final").asBoolean()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            tally = tally();
        }
        var took = Duration.between(closesAt, Instant.now()).toNanos();
        if (tally.path("ballots").asInt() != ballots)
            throw new IllegalStateException(ballots + " ballots have receipts, and counted were: " + tally);
        return took;
    }

    private Hash found(long periodSeconds) {
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
                    timing: { delay: PT1S, period: PT%dS, timelock: PT0S, expires: P1D }
                """.formatted(periodSeconds);
        Map<String, Object> body = Map.of(
                "constitution",
                Constitution.read(rules.getBytes(UTF_8)).json(),
                "founders",
                List.of(voters.key(0).publicKey().did()),
                "name",
                "A large roll");
        var act = signer.sign(voters.key(0), Hash.ZERO, Hash.ZERO, "community.found/1", body);
        return Hash.parse(api.post(suite.identity(), "/v1/communities", act.json())
                .path("community")
                .asText());
    }

    private long register() {
        try {
            var lines = Files.createTempFile("folkmoot-members", ".ndjson");
            try {
                voters.write(lines);
                Map<String, Object> body = Map.of("count", voters.count() - 1, "roll", sha256(lines));
                var act = sign(community, "member.register/1", body);
                var first = (new String(act.json(), UTF_8) + "\n").getBytes(UTF_8);
                var answer = api.post(
                        suite.identity(),
                        "/v1/communities/" + community + "/members/bulk",
                        "application/x-ndjson",
                        BodyPublishers.ofInputStream(() -> followed(first, lines)));
                return answer.path("position").asLong();
            } finally {
                Files.deleteIfExists(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hash draft() {
        Map<String, Object> body =
                Map.of("actions", List.of(), "text", "So that it can be measured.", "title", "A large poll");
        var draft = sign(community, "proposal.draft/1", body);
        var drafted = Waiting.until(
                "proposals-svc to know the community",
                PATIENCE,
                () -> api.post(suite.proposals(), "/v1/communities/" + community + "/proposals", draft.json()),
                _ -> true);
        return Hash.parse(drafted.path("proposal").asText());
    }

    private JsonNode shown() {
        return api.get(suite.voting(), "/v1/polls/" + poll.hex());
    }

    private Envelope sign(Hash subject, String type, Map<String, Object> body) {
        return signer.sign(voters.key(0), community, subject, type, body);
    }

    private static SequenceInputStream followed(byte[] first, Path lines) {
        try {
            return new SequenceInputStream(new ByteArrayInputStream(first), Files.newInputStream(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
