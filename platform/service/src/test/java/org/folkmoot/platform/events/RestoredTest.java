// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.sample.SampleStore;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that comes back from a backup hears again what was told before and applied after it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RestoredTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SampleStore store;

    @Inject
    AgroalDataSource database;

    @Inject
    Intakes intakes;

    @Inject
    MeterRegistry meters;

    private boolean stopped;

    @AfterEach
    void goOn() {
        if (stopped) start();
    }

    @Test
    void whatWasAppliedAfterTheBackupIsAppliedAgainOnce() {
        for (int i = 0; i < 3; i++) tell("again", "again " + i);
        awaitApplied("again", "again 0", "again 1", "again 2");
        stop();
        backUp();
        start();
        for (int i = 3; i < 6; i++) tell("again", "again " + i);
        awaitApplied("again", "again 0", "again 1", "again 2", "again 3", "again 4", "again 5");

        stop();
        restore();
        assertThat(store.startingWith("again")).hasSize(3);
        start();

        tell("again", "again 6");
        awaitApplied("again", "again 0", "again 1", "again 2", "again 3", "again 4", "again 5", "again 6");
    }

    @Test
    void aDatabaseThatIsEmptyHearsEverything() {
        for (int i = 0; i < 3; i++) tell("empty", "empty " + i);
        awaitApplied("empty", "empty 0", "empty 1", "empty 2");

        stop();
        for (var table : List.of("inbox", "sample", "intake_position")) sql().update("delete from " + table);
        start();

        awaitApplied("empty", "empty 0", "empty 1", "empty 2");
    }

    @Test
    void aDatabaseFromBeforeThisKnowledgeGoesOnWhereKafkaSays() {
        tell("older", "older 0");
        awaitApplied("older", "older 0");

        stop();
        for (var table : List.of("inbox", "sample", "intake_position")) sql().update("delete from " + table);
        sql().update("insert into intake_position (topic, partition, next_offset) values ('', 0, 0)");
        start();
        tell("older", "older 1");

        awaitApplied("older", "older 1");
        sql().update("delete from intake_position where topic = ''");
    }

    @Test
    void whatWasSetAsideIsSeenAndAppliedOnceItCanBe() {
        sql().update("update intake_position set first_dead = null");
        tell("mended", "mended 0");
        tell("mended", "mended poison");
        tell("mended", "mended 1");
        awaitApplied("mended", "mended 0", "mended 1");
        awaitTrue("select 1 from intake_position where first_dead is not null and first_dead < next_offset");
        assertThat(dead()).isOne();

        stop();
        Samples.antidote(true);
        sql().update(
                        "update intake_position set next_offset = least(next_offset, first_dead), first_dead = null where first_dead is not null");
        start();

        awaitApplied("mended", "mended 0", "mended 1", "mended poison");
        Samples.antidote(false);
        assertThat(dead()).isZero();
    }

    /** The quickest of five, because a busy machine may be slow at any time. A fetch that waits for news does so for two seconds. */
    @Test
    void neitherAStopNorWhatIsToldAfterAStartWaitsForAFetch() {
        var stops = new ArrayList<Duration>();
        var starts = new ArrayList<Duration>();
        for (int i = 0; i < 5; i++) {
            tell("prompt", "prompt " + i + " before");
            awaitTrue("select 1 from sample where words = 'prompt " + i + " before'");
            stops.add(took(this::stop));
            start();
            tell("prompt", "prompt " + i + " after");
            var after = "select 1 from sample where words = 'prompt " + i + " after'";
            starts.add(took(() -> awaitTrue(after)));
        }

        assertThat(Collections.min(stops)).isLessThan(Duration.ofMillis(1_200));
        assertThat(Collections.min(starts)).isLessThan(Duration.ofMillis(1_500));
    }

    private static Duration took(Runnable what) {
        long begin = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private long dead() {
        return (long) meters.get("folkmoot.inbox.dead")
                .tag("topic", Topics.PROPOSALS)
                .gauge()
                .value();
    }

    private void backUp() {
        for (var table : List.of("inbox", "sample", "intake_position")) {
            sql().update("drop table if exists backup_of_" + table);
            sql().update("create table backup_of_" + table + " as select * from " + table);
        }
    }

    private void restore() {
        for (var table : List.of("inbox", "sample", "intake_position")) {
            sql().update("delete from " + table);
            sql().update("insert into " + table + " overriding system value select * from backup_of_" + table);
        }
    }

    private void stop() {
        intakes.stop(new ShutdownEvent());
        stopped = true;
    }

    private void start() {
        intakes.start(new DatabaseReady());
        stopped = false;
    }

    private Sql sql() {
        return new Sql(database);
    }

    private void awaitTrue(String sql) {
        await().atMost(PATIENCE).until(() -> sql().first(sql, _ -> true).isPresent());
    }

    private void awaitApplied(String prefix, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(store.startingWith(prefix)).containsExactly(words));
    }

    private static void tell(String aggregate, String words) {
        Samples.tell(Topics.PROPOSALS, Samples.fact(aggregate, words));
    }
}
