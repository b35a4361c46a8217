// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.folkmoot.cli.client.Api;
import org.folkmoot.e2e.suite.Locks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Locks.OWN_HOUSE)
class DemoTest {
    private static final int BALLOTS = 3221;

    @TempDir
    private Path folder;

    @Test
    void theSmallElectionComesOutAsItWasPublished() {
        var ended = Script.in(folder).run("demo", "--small", "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        var figures = Api.read(ended.lastLine());
        System.out.println("[demo] " + figures);
        assertThat(figures.path("ok").asBoolean()).isTrue();
        assertThat(figures.path("matchesPublished").asBoolean()).isTrue();
        assertThat(figures.path("enactedOnce").asBoolean()).isTrue();
        assertThat(figures.path("ballotsSigned").asInt()).isEqualTo(BALLOTS);
        assertThat(figures.path("ballotsAccepted").asInt()).isEqualTo(BALLOTS);
        assertThat(figures.path("hostileTried").asInt()).isGreaterThan(8);
        assertThat(figures.path("hostileRefused").asInt())
                .isEqualTo(figures.path("hostileTried").asInt());
    }
}
