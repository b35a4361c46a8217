// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.folkmoot.bench.LargeRoll;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.cli.client.Waiting;
import org.folkmoot.cli.members.RollFile;
import org.folkmoot.record.Hash;

/** A community with one poll, in which all of its members may vote. */
final class Moot {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 5_000_000;
    private static final int BEFORE_MILLIS = 100;

    private final Api api;
    private final Suite suite;
    private final Voters voters;
    private final LargeRoll founded;
    private final Hash poll;
    private final Instant closesAt;

    /** Founds it, registers everybody in one stream, and waits until the poll is open. */
    Moot(Api api, Suite suite, Voters voters, long periodSeconds) {
        this.api = api;
        this.suite = suite;
        this.voters = voters;
        founded = new LargeRoll(
                api, suite.identity(), voters.key(0), Duration.ofSeconds(1), Duration.ofSeconds(periodSeconds));
        var position = register();
        var proposal = draft();
        var submit = founded.sign(proposal, "proposal.submit/1", Map.of("after", position));
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
        return founded.community();
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
                voters,
                community(),
                poll,
                Instant.now().plus(Duration.ofHours(2)).getEpochSecond());
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

    private long register() {
        try (var roll = RollFile.of(voters.dids())) {
            return founded.register(roll).path("position").asLong();
        }
    }

    private Hash draft() {
        Map<String, Object> body =
                Map.of("actions", List.of(), "text", "So that it can be measured.", "title", "A large poll");
        var draft = founded.sign(community(), "proposal.draft/1", body);
        var drafted = Waiting.until(
                "proposals-svc to know the community",
                PATIENCE,
                () -> api.post(suite.proposals(), "/v1/communities/" + community() + "/proposals", draft.json()),
                _ -> true);
        return Hash.parse(drafted.path("proposal").asText());
    }

    private JsonNode shown() {
        return api.get(suite.voting(), "/v1/polls/" + poll.hex());
    }
}
