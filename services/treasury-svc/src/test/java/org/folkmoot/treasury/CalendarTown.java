// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.folkmoot.treasury.scheduling.RunCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A town with a calendar that a test turns by hand, and who runs it, also at once or interrupted. */
abstract class CalendarTown {
    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    static final Person ANN = Person.named("Ann");
    static final List<Person> OTHERS = Person.many("Bea", 9);
    static final String SKR = "SKR: { scale: 2, issuance: { cap: \"1500.00\" } }";

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @Inject
    RunCalendar runCalendar;

    Town town = Town.planned();

    @BeforeEach
    void travel() {
        clock.reach(Instant.parse("2027-01-15T12:00:00Z"));
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    void found(String cap, String treasury) {
        found(text(cap, treasury));
    }

    void found(String text) {
        town = Town.found(text);
        awaitTrue("select 1 from calendar_rules where community = ?");
    }

    /** A constitution with these rules for its treasury. */
    static String text(String cap, String treasury) {
        return Town.text()
                .replace(SKR, "SKR: { scale: 2, kind: currency, issuance: { cap: \"100000.00\"" + cap + " } }")
                .replace("bodies:\n", "treasury: { zone: Europe/Oslo, " + treasury + " }\nbodies:\n");
    }

    /** Puts other rules in force. */
    void amend(String text) {
        int before = count("calendar_rules where community = ?");
        town = town.amend(text);
        Town.await(() -> assertThat(count("calendar_rules where community = ?")).isEqualTo(before + 1));
    }

    void join(Instant at) {
        var entries = OTHERS.stream()
                .map(person -> new MemberEntry(person.in(town.community()).hex(), person.did()))
                .toList();
        News.tell(Topics.IDENTITY, new MembersAddedV1(town.community().hex(), 2, at, entries, Hash.ZERO.hex()));
        awaitTrue("select 1 from calendar_roll where community = ? and position = 2");
    }

    void leave(Person person, long position, Instant at) {
        News.tell(
                Topics.IDENTITY,
                new MemberRemovedV1(
                        town.community().hex(),
                        position,
                        at,
                        person.in(town.community()).hex(),
                        Hash.ZERO.hex()));
        awaitTrue("select 1 from calendar_roll where community = ? and position = " + position);
    }

    void awaitTrue(String sql) {
        Town.await(() -> assertThat(
                        new Sql(database).first(sql, _ -> true, town.community().hex()))
                .isPresent());
    }

    String member(Person person) {
        return "member/" + person.in(town.community());
    }

    void begin(YearMonth month) {
        clock.reach(month.atDay(1).atStartOfDay(OSLO).toInstant());
    }

    void run() {
        while (runCalendar.step(town.community())) {}
    }

    boolean isDue() {
        return new Sql(database)
                .first(
                        "select 1 from calendar where community = ? and next_at <= ?",
                        _ -> true,
                        town.community().hex(),
                        clock.instant())
                .isPresent();
    }

    /** Two replicas at once. */
    void runTwice() throws Exception {
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = Stream.generate(() -> replicas.submit(() -> {
                        while (isDue()) runCalendar.step(town.community());
                        return true;
                    }))
                    .limit(2)
                    .toList();
            for (var one : both) assertThat(one.get()).isTrue();
        }
    }

    /** Somebody who is killed in the middle of the next step and of the one after two more. */
    void runInterrupted() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        assertThat(runCalendar.step(town.community())).isTrue();
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessageContaining("killed");
            runCalendar.step(town.community());
            runCalendar.step(town.community());
        }
        run();
    }

    long balance(String account) {
        return new Sql(database)
                .first(
                        "select credits_posted - debits_posted from account where community = ? and name = ? and asset = 'SKR'",
                        row -> row.getLong(1),
                        town.community().hex(),
                        account)
                .orElse(0L);
    }

    int count(String sql) {
        return new Sql(database)
                .first(
                        "select count(*) from " + sql,
                        row -> row.getInt(1),
                        town.community().hex())
                .orElseThrow();
    }
}
