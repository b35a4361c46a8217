// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Lots.one;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.Lots;
import org.folkmoot.voting.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of draws is read with so many questions, however many draws are on it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReadDrawsTest {
    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    @Inject
    Plans plans;

    @Inject
    Reader reader;

    @Inject
    DataSource database;

    private final AtomicInteger questions = new AtomicInteger();
    private Lots lots;

    @BeforeEach
    void found() {
        lots = Lots.found(clock, membership);
    }

    /** The draws, who was drawn, and who makes the seeds. */
    @Test
    void anyNumberOfDrawsIsThreeQuestions() {
        lots.open(one());
        assertThat(page().items()).hasSize(1);
        assertThat(questions.getAndSet(0)).isEqualTo(3);

        for (var more = 0; more < 3; more++) lots.open(one());

        assertThat(page().items()).hasSize(4);
        assertThat(questions.get()).isEqualTo(3);
    }

    @Test
    void eachDrawOfAPageHasWhatWasSaidInItsOwnRound() {
        var first = lots.open(one());
        var second = lots.open(one());
        lots.commit(ANN, first, 1).statusCode(201);
        lots.commit(BEN, second, 1).statusCode(201);

        for (var draw : page().items()) {
            var committed = draw.committers().stream()
                    .filter(committer -> committer.commitment().isPresent())
                    .map(committer -> committer.member().hex());
            assertThat(draw.committers()).hasSize(2);
            assertThat(committed).containsExactly(lots.id(draw.draw().equals(first) ? ANN : BEN));
        }
    }

    private Page<DrawView> page() {
        var counting = counting();
        var read = new ReadDraws(
                new DrawStore(counting), new PoolStore(counting), new SeedStore(counting), plans, reader, clock);
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return read.of(lots.village().community(), new Paging() {
                @Override
                public int limit() {
                    return 10;
                }
            });
        } finally {
            context.terminate();
        }
    }

    /** The same database, which counts what it is asked. */
    private DataSource counting() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (method.getName().equals("getConnection")) questions.incrementAndGet();
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
