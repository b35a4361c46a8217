// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.awaitState;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.sealing.Shares;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Members seal choices and nonsense at random, delegate, and come too late, and trustees come in any order; a count of a few
 * lines, which knows what was sealed, says what must come out.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@NullUnmarked // what a test makes at its start is there in all that it does
class SealedAtRandomTest {
    private static final List<String> CHOICES = List.of("\"for\"", "\"against\"", "\"abstain\"");
    private static final List<String> NOT_CHOICES =
            List.of("\"For\"", "true", "0", "[]", "{}", "[\"for\"]", "{\"for\":1}", "\"?\"", "-9007199254740991");
    private static final List<String> UNREADABLE = List.of(
            "",
            " ",
            "for",
            " \"for\"",
            "\"for\" ",
            "\"\\u0066or\"",
            "1.5",
            "1e9",
            "null",
            "\"for\"\"for\"",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "{\"a\":1,\"a\":1}",
            "\"\\u0000\"");

    /** A ballot that was taken in: what was sealed in it, as it was sent. */
    private record Cast(Person voter, String text, String sealed) {}

    /** What somebody said about whom they let vote, from a moment on; nothing to end it. */
    private record Let(Person to, Instant since) {}

    @Inject
    TestClock clock;

    private Trustees trustees;
    private Village village;
    private PollDefinition poll;
    private Random random;
    private final List<Person> people = new ArrayList<>();
    private final List<Cast> cast = new ArrayList<>();
    private final Map<Person, List<Let>> said = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsOpenedIsWhatWasSealed(long seed) {
        random = new Random(seed);
        open();
        for (var step = 0; step < 60; step++) act();
        // The last moment that is in time, and the first that is not.
        clock.reach(poll.closesAt().minusMillis(1));
        for (var step = 0; step < 4; step++) vote();
        clock.reach(poll.closesAt());
        for (var late : people.subList(0, 3))
            send(late, CHOICES.getFirst())
                    .ifPresent(status -> assertThat(status).isEqualTo(409));
        letVote(people.getFirst());

        var decision = opened();

        var last = last();
        var counts = carried(last);
        assertThat(decision.ballots())
                .isEqualTo(counts.values().stream().mapToLong(Long::longValue).sum());
        for (var choice : CHOICES) {
            var name = choice.replace("\"", "");
            assertThat(decision.counts()).containsEntry(name, BigInteger.valueOf(counts.getOrDefault(name, 0L)));
        }
        var inFavor = counts.getOrDefault("for", 0L);
        var passes = inFavor > counts.getOrDefault("against", 0L) && 10 * decision.ballots() >= people.size();
        assertThat(decision.outcome())
                .isEqualTo(passes ? DecisionReachedV1.Outcome.PASSED : DecisionReachedV1.Outcome.REJECTED);
        awaitState(poll.id(), "closed");
        checkBallots(last);
    }

    private void open() {
        trustees = new Trustees();
        village = Village.found(clock, trustees::in);
        people.addAll(List.of(Village.ANN, Village.BEN, Village.CAT));
        var newcomers = Person.many("sealer", 6);
        village.join(3, newcomers.toArray(Person[]::new));
        people.addAll(newcomers);
        poll = OpeningTest.at(village.definition("sealed-commons", Duration.ZERO), 3);
        village.ask(poll);
        awaitState(poll.id(), "open");
        clock.pass(Duration.ofMillis(5));
    }

    private void act() {
        clock.pass(Duration.ofMillis(random.nextInt(2000)));
        switch (random.nextInt(8)) {
            case 0, 1 -> letVote(any(people));
            case 2 -> sendWhatIsNotTaken(any(people));
            default -> vote();
        }
    }

    private void vote() {
        var what = random.nextInt(6);
        send(any(people), any(what < 4 ? CHOICES : what == 4 ? NOT_CHOICES : UNREADABLE));
    }

    /** The status of an answer that is not 201. */
    private Optional<Integer> send(Person voter, String text) {
        var label = new Label(poll.id(), voter.in(village.community()));
        var sealed = trustees.seal(label, text, Trustees.ROOM);
        var status = village.cast(voter, poll.id(), sealed).extract().statusCode();
        if (status != 201) return Optional.of(status);
        cast.add(new Cast(voter, text, (String) sealed.get("sealed")));
        return Optional.empty();
    }

    private void sendWhatIsNotTaken(Person voter) {
        var other = people.get((people.indexOf(voter) + 1) % people.size());
        var own = new Label(poll.id(), voter.in(village.community()));
        var bytes = Base64.getDecoder()
                .decode((String) trustees.seal(own, "\"for\"", Trustees.ROOM).get("sealed"));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Object wrong = switch (random.nextInt(6)) {
            case 0 -> trustees.seal(new Label(poll.id(), other.in(village.community())), "\"for\"", Trustees.ROOM);
            case 1 -> trustees.seal(new Label(Hash.ZERO, voter.in(village.community())), "\"for\"", Trustees.ROOM);
            case 2 -> trustees.seal(own, "\"for\"", Trustees.ROOM + random.nextInt(1, 64));
            case 3 -> Map.of("sealed", "****");
            case 4 -> Map.of("sealed", List.of());
            default -> Map.of("sealed", Base64.getEncoder().encodeToString(bytes));
        };
        village.cast(voter, poll.id(), wrong).statusCode(422);
    }

    private void letVote(Person principal) {
        var to = any(people);
        var answer = new DelegationActs(village).set(principal, "commons", to);
        if (answer.extract().statusCode() == 201)
            said.computeIfAbsent(principal, _ -> new ArrayList<>())
                    .add(new Let(to, Instant.parse(answer.extract().path("since"))));
    }

    private DecisionReachedV1 opened() {
        awaitState(poll.id(), "unsealing");
        var order = new ArrayList<>(List.of(1, 2, 3));
        Collections.shuffle(order, random);
        var first = trustees.shares(order.get(0), poll.id());
        var second = trustees.shares(order.get(1), poll.id());
        var third = trustees.shares(order.get(2), poll.id());
        give(new Shares(second.trustee(), first.points(), first.proof()), 422);
        give(first, 201);
        give(first, 409);
        give(
                new Shares(second.trustee(), second.points().reversed(), second.proof()),
                second.points().size() > 1 ? 422 : 201);
        clock.pass(Duration.ofDays(random.nextInt(9)));
        if (second.points().size() > 1) give(second, 201);
        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        give(third, 409);
        return decision;
    }

    private void give(Shares shares, int status) {
        Trustees.give(poll.id(), shares).statusCode(status);
    }

    private Map<Person, Cast> last() {
        var last = new LinkedHashMap<Person, Cast>();
        cast.forEach(one -> last.put(one.voter, one));
        return last;
    }

    /** Everybody's one vote goes to the first on their way whose last ballot says something. */
    private Map<String, Long> carried(Map<Person, Cast> last) {
        var counts = new HashMap<String, Long>();
        for (var member : people) {
            var seen = new HashSet<Person>();
            var at = Optional.of(member);
            while (at.isPresent() && seen.add(at.get()) && !says(last.get(at.get()))) at = delegate(at.get());
            at.map(last::get)
                    .filter(SealedAtRandomTest::says)
                    .ifPresent(found -> counts.merge(found.text.replace("\"", ""), 1L, Long::sum));
        }
        return counts;
    }

    private static boolean says(Cast ballot) {
        return ballot != null && CHOICES.contains(ballot.text);
    }

    private Optional<Person> delegate(Person principal) {
        return said.getOrDefault(principal, List.of()).stream()
                .filter(one -> one.since.isBefore(poll.closesAt()))
                .reduce((_, later) -> later)
                .map(Let::to);
    }

    private void checkBallots(Map<Person, Cast> last) {
        var lines = given().get("/v1/polls/" + poll.id() + "/ballots.jsonl")
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSameSizeAs(cast);
        for (var number = 0; number < lines.size(); number++) {
            var ballot = JsonPath.from(lines.get(number));
            var sent = cast.get(number);
            var counting = last.get(sent.voter).equals(sent);
            assertThat(ballot.getString("member"))
                    .isEqualTo(sent.voter.in(village.community()).hex());
            // What was replaced stays as it was cast, and so does what is spoilt.
            assertThat(ballot.getString(counting && says(sent) ? "sealed" : "choice.sealed"))
                    .isEqualTo(sent.sealed);
            assertThat(ballot.getBoolean("counts")).isEqualTo(counting && says(sent));
            if (!counting) continue;
            var spoilt = says(sent) ? null : NOT_CHOICES.contains(sent.text) ? "not-a-choice" : "unreadable";
            assertThat(ballot.getString("spoilt")).isEqualTo(spoilt);
            if (says(sent)) assertThat("\"" + ballot.getString("choice") + "\"").isEqualTo(sent.text);
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
