// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Lots.one;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.folkmoot.contracts.DrawRoundOpenedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Person;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.Lots;
import org.folkmoot.voting.News;
import org.folkmoot.voting.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draw is opened behind the message that asked for it: once, as of what was known then, and whole or not at all. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenDrawTest {
    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    @Inject
    AskForDraw askForDraw;

    @Inject
    OpenDraw openDraw;

    @Inject
    DrawStore draws;

    @Inject
    PoolStore pools;

    @Inject
    DataSource database;

    private Lots lots;

    @BeforeEach
    void found() {
        lots = Lots.found(clock, membership);
    }

    /** Whoever hears of proposals hears of the next one at once, however many people can be drawn. */
    @Test
    void whoHearsOfAnActionWritesNobodyDown() {
        var due = lots.due(one());

        var opened = QuarkusTransaction.requiringNew().call(() -> {
            askForDraw.handle(due);
            return opened(due);
        });

        assertThat(opened).isZero();
        assertThat(lots.opened(due)).isNotNull();
    }

    /** Somebody joins meanwhile, and is not in the pool: it is that of the moment at which it was asked for. */
    @Test
    void whoeverIsKilledInTheMidstOfItHasDoneNothing() {
        var due = lots.due(one());

        QuarkusTransaction.requiringNew().run(() -> {
            new Sql(database).update("lock table draw_person in access exclusive mode");
            News.tell(Topics.PROPOSALS, due);
            await(() -> assertThat(blocked()).isNotEmpty());
            lots.village().join(5, EVE);
            lots.await(membership, 5);
            blocked().forEach(this::kill);
            assertThat(QuarkusTransaction.requiringNew().call(() -> opened(due)))
                    .isZero();
        });

        var draw = lots.opened(due);
        Lots.read(draw).body("people", equalTo(3)).body("position", equalTo(4));
        lots.round(draw, 1);
        assertThat(News.about(draw.hex(), DrawRoundOpenedV1.class)).hasSize(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> waiting(due))).isZero();
    }

    @Test
    void howeverManyReplicasLookEachIsOpenedOnce() {
        var asked = Stream.generate(() -> lots.due(one())).limit(5).toList();
        asked.forEach(due -> QuarkusTransaction.requiringNew().run(() -> askForDraw.handle(due)));

        var replicas = Stream.generate(() -> CompletableFuture.runAsync(this::openAll))
                .limit(4)
                .toList();
        replicas.forEach(CompletableFuture::join);

        for (var due : asked) {
            await(() -> assertThat(QuarkusTransaction.requiringNew().call(() -> opened(due)))
                    .isOne());
            await(() -> assertThat(rounds(due)).hasSize(1));
        }
    }

    /** People are written down in pieces of ten thousand. */
    @ParameterizedTest
    @ValueSource(ints = {9_999, 10_000, 10_001})
    void everybodyIsWrittenDownOnce(int people) {
        var draw = draws.find(lots.open(one("seats", 1L))).orElseThrow();
        var pool = LongStream.range(0, people)
                .mapToObj(i -> new Person("%064x".formatted(i), Map.of()))
                .toList();

        assertThat(written(draw, pool)).isEqualTo(pool);
    }

    /** Writes down who can be drawn, reads it, and has done nothing. */
    private List<Person> written(Known draw, List<Person> pool) {
        var all = new ArrayList<Person>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                new Sql(database).update("delete from draw_person where draw_no = ?", draw.no());
                pools.add(draw.no(), List.of(), pool);
                all.addAll(pools.all(draw.no(), Set.of()));
                throw new CompletionException(null);
            });
        } catch (CompletionException _) {
            // nothing of it stays
        }
        return all;
    }

    private void openAll() {
        boolean more = true;
        while (more) more = openDraw.handle(Set.of());
    }

    private static List<DrawRoundOpenedV1> rounds(EnactmentDueV1 due) {
        return News.all(DrawRoundOpenedV1.class).stream()
                .filter(opened -> opened.enactment().equals(due.enactment()))
                .toList();
    }

    private long opened(EnactmentDueV1 due) {
        return count("select count(*) from draw where enactment = ?", due);
    }

    private long waiting(EnactmentDueV1 due) {
        return count("select count(*) from draw_ask where enactment = ?", due);
    }

    private long count(String sql, EnactmentDueV1 due) {
        var enactment = Hash.parse(due.enactment()).bytes();
        return new Sql(database).first(sql, row -> row.getLong(1), enactment).orElseThrow();
    }

    /** Who waits to write people down. */
    private List<Integer> blocked() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .all(
                                "select pid from pg_locks where relation = 'draw_person'::regclass and not granted",
                                row -> row.getInt(1)));
    }

    private void kill(int process) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        new Sql(database).first("select pg_terminate_backend(?)", row -> row.getBoolean(1), process));
    }
}
