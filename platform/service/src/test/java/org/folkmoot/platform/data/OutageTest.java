// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final String LOG = "org.folkmoot.platform.data.OutageTest";

    private final Said said = new Said();
    private final java.util.logging.Logger log = java.util.logging.Logger.getLogger(LOG);

    @BeforeEach
    void listen() {
        log.addHandler(said);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(said);
    }

    @Test
    void everyOutageIsSaidOnce() {
        var outage = new Outage(Logger.getLogger(LOG), "The test");

        outage.began("nothing is there");
        outage.began("nothing is there");
        outage.ended();
        outage.ended();
        outage.began(new IllegalStateException("outer", new SQLException("inner")));

        assertThat(said.words)
                .containsExactly("The test waits: nothing is there", "The test goes on", "The test waits: inner");
    }

    @Test
    void aGuardedTaskKeepsQuietAboutWhatPasses() {
        var outage = new Outage(Logger.getLogger(LOG), "The test");
        Runnable away = () -> {
            throw new SqlFailure(new SQLException("gone", "08006"));
        };

        outage.guard(away);
        outage.guard(away);
        outage.guard(() -> {});

        assertThat(said.words).containsExactly("The test waits: gone", "The test goes on");
    }

    @Test
    void aGuardedTaskSpeaksUpAboutWhatDoesNotPass() {
        var outage = new Outage(Logger.getLogger(LOG), "The test");

        assertThatThrownBy(() -> outage.guard(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
    }

    @Test
    void anEnduredTaskTellsTheTraceOfWhatNobodyForesawOnceUntilItSucceeds() {
        var outage = new Outage(Logger.getLogger(LOG), "The test");
        Runnable away = () -> {
            throw new SqlFailure(new SQLException("gone", "08006"));
        };
        Runnable bug = () -> {
            throw new IllegalStateException("a bug");
        };

        outage.endure(away);
        outage.endure(bug);
        outage.endure(bug);
        outage.endure(() -> {});
        outage.endure(bug);

        assertThat(said.words)
                .containsExactly(
                        "The test waits: gone",
                        "The test failed",
                        "The test goes on",
                        "The test failed",
                        "The test waits: a bug");
    }

    private static final class Said extends Handler {
        private final List<String> words = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            words.add(
                    entry instanceof org.jboss.logmanager.ExtLogRecord formatted
                            ? formatted.getFormattedMessage()
                            : entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
