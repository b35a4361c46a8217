// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.awaitState;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies with rules at random vote at once, and lose members meanwhile; a count of a few lines, by cross-multiplication, says what
 * must come out.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@NullUnmarked // what a test makes at its start is there in all that it does
class ChambersAtRandomTest {
    private static final List<String> CHOICES = List.of("for", "against", "abstain");

    /** What a chamber asks for: shares of twelve. */
    private record Chamber(
            String name,
            String who,
            boolean recount,
            boolean vetoes,
            boolean first,
            int quorum,
            int approval,
            boolean atLeast,
            boolean ofRoll) {
        String body() {
            return "  body-" + name + ": { who: \"" + who + "\", power: equal" + (recount ? ", changes: recount" : "")
                    + " }\n";
        }

        String rules(String indent) {
            var yes = vetoes ? "against" : "for";
            return indent + "body: body-" + name + "\n"
                    + indent + "ballot: { method: for-against-abstain, revote: " + (first ? "first" : "last") + " }\n"
                    + (quorum > 0
                            ? indent + "quorum: { count: [for, against, abstain], of: roll, atLeast: " + quorum
                                    + "/12 }\n"
                            : "")
                    + indent + "approval: { count: [" + yes + "], of: " + (ofRoll ? "roll" : "[for, against]") + ", "
                    + (atLeast ? "atLeast: " : "moreThan: ") + approval + "/12 }\n";
        }

        boolean has(Person person) {
            return switch (who) {
                case "member.founder" -> person.equals(Village.ANN) || person.equals(Village.BEN);
                case "!member.founder" -> !person.equals(Village.ANN) && !person.equals(Village.BEN);
                default -> true;
            };
        }
    }

    @Inject
    TestClock clock;

    private Random random;
    private Village village;
    private PollDefinition poll;
    private final List<Person> people = new ArrayList<>();
    private final List<Chamber> chambers = new ArrayList<>();
    private final Map<Chamber, Hash> polls = new LinkedHashMap<>();
    private final Map<Chamber, Map<Person, String>> cast = new HashMap<>();
    private final Set<Person> gone = new HashSet<>();
    private int needs;
    private int vetoes;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDecidedFollowsFromTheRules(long seed) {
        random = new Random(seed);
        open();
        for (var step = 0; step < 20; step++) {
            clock.pass(Duration.ofSeconds(random.nextInt(60)));
            vote(201);
        }
        leave();
        clock.reach(poll.closesAt().minusMillis(1));
        vote(201);
        clock.reach(poll.closesAt());
        vote(409);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);

        chambers.forEach(this::checkCounts);
        var approvals =
                chambers.stream().filter(one -> !one.vetoes && saysYes(one)).count();
        var vetoed = chambers.stream().filter(one -> one.vetoes && saysYes(one)).count() >= vetoes;
        assertThat(decision.outcome())
                .isEqualTo(
                        approvals >= needs && !vetoed
                                ? DecisionReachedV1.Outcome.PASSED
                                : DecisionReachedV1.Outcome.REJECTED);
    }

    private void open() {
        people.addAll(List.of(Village.ANN, Village.BEN, Village.CAT));
        people.addAll(Person.many("chamber", 1 + random.nextInt(5)));
        var count = random.nextInt(1, 5);
        for (var number = 0; number < count; number++)
            chambers.add(chamber("c" + number, number > 0 && random.nextInt(3) == 0));
        var approving = (int) chambers.stream().filter(one -> !one.vetoes).count();
        needs = 1 + random.nextInt(approving);
        vetoes = 1 + random.nextInt(Math.max(1, chambers.size() - approving));
        village = Village.found(clock, this::constitution);
        village.join(3, people.subList(3, people.size()).toArray(Person[]::new));
        poll = atThree(village.definition("houses", Duration.ZERO));
        village.ask(poll);
        for (var one : chambers) {
            polls.put(one, one.equals(chambers.getFirst()) ? poll.id() : new Polling(village).chamber(poll, one.name));
            cast.put(one, new HashMap<>());
            awaitState(polls.get(one), "open");
        }
    }

    private static PollDefinition atThree(PollDefinition poll) {
        return new PollDefinition(
                poll.ballot(),
                poll.revote(),
                poll.body(),
                poll.closesAt(),
                poll.community(),
                poll.constitution(),
                poll.opensAt(),
                poll.question(),
                poll.policy(),
                poll.proposal(),
                poll.rollAt(),
                3,
                Optional.empty(),
                List.of(),
                poll.stage(),
                poll.chamber(),
                Optional.empty());
    }

    private Chamber chamber(String name, boolean vetoes) {
        return new Chamber(
                name,
                List.of("true", "member.founder", "!member.founder").get(random.nextInt(3)),
                random.nextInt(3) == 0,
                vetoes,
                random.nextInt(4) == 0,
                random.nextInt(9),
                1 + random.nextInt(11),
                random.nextBoolean(),
                random.nextInt(3) == 0);
    }

    private String constitution(String text) {
        var bodies = new StringBuilder();
        chambers.forEach(one -> bodies.append(one.body()));
        var policy = new StringBuilder("  - name: houses\n    applies: \"true\"\n")
                .append(chambers.getFirst().rules("    "));
        if (chambers.size() > 1) policy.append("    chambers:\n");
        for (var one : chambers.subList(1, chambers.size()))
            policy.append("      - name: ")
                    .append(one.name)
                    .append("\n        stance: ")
                    .append(one.vetoes ? "vetoes" : "approves")
                    .append('\n')
                    .append(one.rules("        "));
        if (chambers.size() > 1)
            policy.append("    needs: { approvals: ")
                    .append(needs)
                    .append(", vetoes: ")
                    .append(vetoes)
                    .append(" }\n");
        policy.append("    timing: { delay: PT0S, period: PT1H, timelock: PT0S, expires: P7D }\n");
        return text.replace("bodies:\n", "bodies:\n" + bodies).replace("policies:\n", "policies:\n" + policy);
    }

    private void vote(int status) {
        var chamber = chambers.get(random.nextInt(chambers.size()));
        var voter = people.get(random.nextInt(people.size()));
        var choice = CHOICES.get(random.nextInt(random.nextInt(4) == 0 ? 3 : 2));
        var again = chamber.first && cast.get(chamber).containsKey(voter);
        var expected = status == 409 ? 409 : !chamber.has(voter) ? 403 : again ? 409 : 201;
        village.cast(voter, polls.get(chamber), choice).statusCode(expected);
        if (expected == 201) cast.get(chamber).put(voter, choice);
    }

    private void leave() {
        var position = 4;
        for (var person : people)
            if (random.nextInt(4) == 0) {
                village.leave(position++, person);
                gone.add(person);
            }
        village.join(position, Person.named("late comer"));
        village.awaitHeard(position);
    }

    private List<Person> roll(Chamber chamber) {
        Predicate<Person> left = gone::contains;
        return people.stream()
                .filter(chamber::has)
                .filter(one -> !chamber.recount || !left.test(one))
                .toList();
    }

    private long count(Chamber chamber, String choice) {
        return roll(chamber).stream()
                .filter(one -> choice.equals(cast.get(chamber).get(one)))
                .count();
    }

    private boolean saysYes(Chamber chamber) {
        long roll = roll(chamber).size();
        long inFavor = count(chamber, "for");
        long against = count(chamber, "against");
        long yes = chamber.vetoes ? against : inFavor;
        long of = chamber.ofRoll ? roll : inFavor + against;
        var quorum = chamber.quorum == 0
                || roll > 0 && 12 * (inFavor + against + count(chamber, "abstain")) >= chamber.quorum * roll;
        var approved =
                of > 0 && (chamber.atLeast ? 12 * yes >= chamber.approval * of : 12 * yes > chamber.approval * of);
        return quorum && approved;
    }

    private void checkCounts(Chamber chamber) {
        var decision = News.await(polls.get(chamber).hex(), DecisionReachedV1.class);
        for (var choice : CHOICES)
            assertThat(decision.counts())
                    .as(chamber + choice)
                    .containsEntry(choice, BigInteger.valueOf(count(chamber, choice)));
        assertThat(decision.rollMembers()).isEqualTo(roll(chamber).size());
    }
}
