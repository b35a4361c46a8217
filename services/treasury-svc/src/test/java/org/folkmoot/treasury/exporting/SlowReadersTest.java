// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads the journal slowly keeps nobody from anything, and reads what it was at the beginning. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SlowReadersTest {
    /** More than the service has connections. */
    static final int READERS = 25;

    private static final int BLOCKS = 4;
    private static final int LINES = 3;

    @Inject
    AgroalDataSource database;

    @Inject
    ExportJournal exportJournal;

    @Inject
    JournalRows rows;

    @Test
    void theyHoldNoConnection() throws Exception {
        var community = journal().community();
        var lines = read(out -> lines(community, out));
        var table = read(out -> table(community, out));
        var begun = new CountDownLatch(READERS);
        var goOn = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var texts = IntStream.range(0, READERS)
                    .mapToObj(i -> threads.submit(() -> read(out -> {
                        var slow = new Slow(out, () -> {
                            begun.countDown();
                            await(goOn);
                        });
                        if (i % 2 == 0) lines(community, slow);
                        else table(community, slow);
                    })))
                    .toList();
            try {
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(new Sql(database).first("select 1", row -> row.getInt(1)))
                        .hasValue(1);
            } finally {
                goOn.countDown();
            }

            for (int i = 0; i < READERS; i++) assertThat(text(texts.get(i))).isEqualTo(i % 2 == 0 ? lines : table);
        }
    }

    @Test
    void whatIsPostedMeanwhileIsNotInItAndNoTransactionIsUnderWay() {
        var journal = journal();
        var community = journal.community();
        var before = read(out -> lines(community, out));

        var text = read(out -> lines(community, new Slow(out, () -> {
            assertThat(QuarkusTransaction.isActive()).isFalse();
            journal.add(1, LINES, "Tar");
        })));

        assertThat(text).isEqualTo(before);
        assertThat(text.lines()).hasSize(BLOCKS);
        assertThat(read(out -> lines(community, out)).lines()).hasSize(2 * BLOCKS);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 1, 1",
        "0, 4, 2, 1",
        "0, 4, 3, 1",
        "0, 4, 4, 2",
        "0, 4, 7, 3",
        "0, 4, 99, 4",
        "0, 1, 99, 1",
        "3, 4, 99, 1"
    })
    void aPieceHasWholeBlocks(long after, long last, int lines, long blocks) {
        var community = journal().community();

        var piece = rows.piece(community, after, last, lines);

        assertThat(piece).hasSize(Math.toIntExact(blocks * LINES));
        assertThat(piece.stream().map(JournalRows.BlockLine::number).distinct())
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(after + 1, after + blocks)
                        .boxed()
                        .toList());
        assertThat(rows.piece(community, last, last, lines)).isEmpty();
    }

    private PlainJournal journal() {
        var journal = new PlainJournal(database);
        journal.add(BLOCKS, LINES, "Rope");
        return journal;
    }

    private void lines(Hash community, OutputStream out) {
        exportJournal.blocks(community, out);
    }

    private void table(Hash community, OutputStream out) {
        exportJournal.handle(community, new Csv(), UnaryOperator.identity(), out);
    }

    private static String read(Consumer<OutputStream> export) {
        var out = new ByteArrayOutputStream();
        export.accept(out);
        return out.toString(UTF_8);
    }

    /** Does something before it takes what is written. */
    private static final class Slow extends OutputStream {
        private final OutputStream out;
        private final Runnable first;

        Slow(OutputStream out, Runnable first) {
            this.out = out;
            this.first = first;
        }

        @Override
        public void write(int one) {
            throw new UnsupportedOperationException("one byte after the other");
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws java.io.IOException {
            first.run();
            out.write(bytes, from, length);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(Future<String> text) throws Exception {
        return text.get(30, TimeUnit.SECONDS);
    }
}
