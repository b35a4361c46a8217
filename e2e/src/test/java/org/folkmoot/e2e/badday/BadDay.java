// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.badday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.e2e.suite.Actions.admit;
import static org.folkmoot.e2e.suite.Actions.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.folkmoot.cli.house.House;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/**
 * The day itself: one long poll in which a crowd votes without a pause, four payments that fall due one after the other,
 * and every process killed once, four of them at the moment when a payment is due. How long the day is follows from how
 * long this machine takes to start a service again.
 */
final class BadDay {
    private static final Person MAYOR = Person.named("Mayor");
    private static final int MEMBERS = 600;
    private static final int SILENT = 50;
    private static final int STRANGERS = 20;
    private static final int PAYERS = 8;
    private static final int PAYMENT_PERIOD = 16;
    private static final Duration JUST_BEFORE = Duration.ofMillis(300);
    private static final List<String> AMOUNTS = List.of("1.00", "2.00", "4.00", "8.00");
    private static final List<String> WORDS = List.of("FIRST", "SECOND", "THIRD", "FOURTH");

    /** How a ballot fared while PostgreSQL was away, and after it came back. */
    record WithoutPostgres(Answer answer, Duration took, Answer afterwards) {}

    /** What went on while Kafka was away. */
    record WithoutKafka(int taken, String draft) {}

    private final House house = SharedHouse.house();
    private final List<Person> members = Person.many("Stormhaven", MEMBERS);
    private final Duration oneRestart = restart("identity");
    private final Town town = Town.found(house.suite(), rules(oneRestart), MAYOR);
    private final List<Submitted> payments = new ArrayList<>();
    private final Submitted question;
    private final Crowd crowd;
    private final WithoutPostgres withoutPostgres;
    private final WithoutKafka withoutKafka;

    BadDay() {
        town.register(MAYOR, members);
        for (var amount : AMOUNTS)
            payments.add(town.propose(MAYOR, "Payment", List.of(transfer("treasury", "garden", amount))));
        question = town.propose(MAYOR, "Shall Eve join us?", List.of(admit(Person.named("Eve"))));
        crowd = new Crowd(town, question);
        payments.forEach(this::pay);
        town.awaitOpen(question);
        crowd.begin(members.subList(PAYERS, MEMBERS - SILENT), Person.many("Stranger", STRANGERS));

        awaitBallots(MEMBERS);
        killAndRestart("voting");
        killAndRestart("identity");
        awaitDue(payments.get(0));
        killAndRestart("treasury");
        awaitDue(payments.get(1));
        killAndRestart("proposals");
        awaitDue(payments.get(2));
        withoutPostgres = killPostgres();
        awaitDue(payments.get(3));
        withoutKafka = killKafka();
        awaitBallots(MEMBERS);
        crowd.rest();
        assertThat(Instant.now()).as("the day was too short for this machine").isBefore(question.closesAt());
    }

    House house() {
        return house;
    }

    Town town() {
        return town;
    }

    Submitted question() {
        return question;
    }

    Crowd crowd() {
        return crowd;
    }

    List<Submitted> payments() {
        return payments;
    }

    WithoutPostgres withoutPostgres() {
        return withoutPostgres;
    }

    WithoutKafka withoutKafka() {
        return withoutKafka;
    }

    /** Two kills come before the first payment is due, and one in between any two payments. */
    private static Rules rules(Duration oneRestart) {
        var one = oneRestart.toSeconds() * 3 / 2 + 3;
        var rules = Rules.of("bad-day.yaml").with("DAY", "PT" + (PAYMENT_PERIOD + 8 * one + 20) + "S");
        for (var i = 0; i < WORDS.size(); i++) rules = rules.with(WORDS.get(i), "PT" + (i + 2) * one + "S");
        return rules;
    }

    private void pay(Submitted payment) {
        town.awaitOpen(payment);
        for (var payer : members.subList(0, PAYERS)) town.cast(payer, payment, "for");
    }

    private void killAndRestart(String name) {
        house.kill(name);
        SharedHouse.say(name + " is killed, " + crowd.taken().size() + " ballots are in");
        restart(name);
    }

    private Duration restart(String name) {
        var begin = System.nanoTime();
        house.restart(name);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        SharedHouse.say(name + " is back after " + took.toSeconds() + " s");
        return took;
    }

    private WithoutPostgres killPostgres() {
        var voter = members.getLast();
        var ballot = voter.cast(town.community(), question.poll(), "for");
        house.kill("postgres");
        SharedHouse.say("postgres is killed, " + crowd.taken().size() + " ballots are in");
        var begin = System.nanoTime();
        var answer = crowd.booth().one(ballot);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        restart("postgres");
        var afterwards = castUntilTaken(ballot);
        crowd.add(voter, "for", Hash.of(ballot.payload()));
        return new WithoutPostgres(answer, took, afterwards);
    }

    private Answer castUntilTaken(Envelope ballot) {
        return Awaitility.await("the ballot to be taken")
                .atMost(Town.PATIENCE)
                .until(() -> crowd.booth().one(ballot), answer -> !(answer instanceof Answer.Later));
    }

    private WithoutKafka killKafka() {
        house.kill("kafka");
        var before = crowd.taken().size();
        SharedHouse.say("kafka is killed, " + before + " ballots are in");
        awaitBallots(MEMBERS / 2);
        var taken = crowd.taken().size() - before;
        var draft = town.draft(MAYOR, "Written without Kafka", List.of(admit(Person.named("Eve"))));
        restart("kafka");
        return new WithoutKafka(taken, draft.path("state").asText());
    }

    private void awaitBallots(int more) {
        var wanted = crowd.taken().size() + more;
        Awaitility.await(more + " more ballots to be taken")
                .atMost(Town.PATIENCE)
                .until(() -> crowd.taken().size() >= wanted);
    }

    /** Waits until just before the payment is due, so that what dies now dies in the middle of it. */
    private void awaitDue(Submitted payment) {
        var eta = Awaitility.await("the vote on a payment to be decided")
                .atMost(Town.PATIENCE)
                .until(
                        () -> town.proposal(payment)
                                .path("enactment")
                                .path("eta")
                                .asText(),
                        text -> !text.isEmpty());
        var left = Duration.between(Instant.now(), Instant.parse(eta).minus(JUST_BEFORE));
        SharedHouse.say("the next payment is due in " + left.toMillis() + " ms");
        for (var end = System.nanoTime() + left.toNanos(); System.nanoTime() < end; )
            LockSupport.parkNanos(Math.min(TimeUnit.MILLISECONDS.toNanos(20), end - System.nanoTime()));
    }
}
