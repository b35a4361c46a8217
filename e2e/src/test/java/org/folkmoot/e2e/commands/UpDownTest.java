// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.folkmoot.backends.RunningProcess;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.e2e.suite.Locks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One suite on data that lasts, from its first start to its last stop. */
@ResourceLock(Locks.OWN_HOUSE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpDownTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Each look is a process of its own, which takes time from what it waits for. */
    private static final Duration SELDOM = Duration.ofSeconds(2);

    private static final String CONSTITUTION = "examples/quickstart/constitution.yaml";

    private Script script;
    private String community = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        script = Script.in(folder);
        script.run("up", "--detach", "--port-base", Integer.toString(script.portBase()))
                .mustSucceed();
    }

    @AfterAll
    void stopWhatIsLeft() {
        script.run("down");
    }

    @Test
    @Order(1)
    void everythingAnswers() {
        var status = status();

        assertThat(status.path("ready").asBoolean()).isTrue();
        assertThat(status.path("processes")
                        .valueStream()
                        .map(each -> each.path("name").asText()))
                .containsExactlyInAnyOrder("postgres", "kafka", "identity", "proposals", "voting", "treasury");
    }

    @Test
    @Order(2)
    void aSecondUpSaysThatItRunsAndIsContent() {
        var again = script.run("up", "--detach").mustSucceed();

        assertThat(again.out()).contains("Folkmoot already runs on " + script.data() + ".");
    }

    @Test
    @Order(3)
    void aCommunityIsFoundedFromTheCommandLine() {
        script.run("keys", "new", "anna").mustSucceed();
        script.run("keys", "new", "ben").mustSucceed();

        community = script.run("community", "found", CONSTITUTION, "--as", "anna", "--founder", "ben")
                .mustSucceed()
                .lastLine();

        assertThat(community).matches("[0-9a-f]{64}");
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(SELDOM)
                .until(() -> script.run("account", "list", community).code() == 0);
    }

    @Test
    @Order(4)
    void theLogsAreShown() {
        assertThat(script.run("logs", "voting").mustSucceed().out()).isNotBlank();
        assertThat(script.run("logs", "nobody").code()).isNotZero();
    }

    @Test
    @Order(5)
    void whatDiesIsStartedAgain() {
        var victim = process("voting");

        kill(victim);

        Awaitility.await("voting to be started again")
                .atMost(PATIENCE)
                .pollInterval(SELDOM)
                .until(() -> status().path("ready").asBoolean());
        assertThat(process("voting")).isNotEqualTo(victim);
    }

    @Test
    @Order(6)
    void aPortInUseIsSaid(@TempDir Path elsewhere) throws IOException {
        var other = Script.in(elsewhere);
        try (var busy = new ServerSocket(other.portBase() + 3, 1, InetAddress.getLoopbackAddress())) {
            var refused = other.run("up", "--detach");

            assertThat(refused.code()).isNotZero();
            assertThat(refused.out() + refused.err())
                    .contains("Port " + busy.getLocalPort() + ", which voting needs, is in use");
        }
        assertThat(other.isSilent()).isTrue();
    }

    @Test
    @Order(7)
    void afterEveryProcessWasKilledUpGoesOnFromThere() {
        var before = state();
        var supervisor = RunningProcess.find(
                        run().path("supervisor").path("pid").asLong())
                .orElseThrow();
        kill(supervisor);
        assertThat(script.run("status").out()).contains("its supervisor was killed");
        // treasury and identity stay: the next start finds them and stops them first.
        for (var name : List.of("voting", "proposals", "kafka", "postgres")) kill(process(name));

        script.run("up", "--detach").mustSucceed();

        assertThat(status().path("ready").asBoolean()).isTrue();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    @Order(8)
    void downLeavesNothingBehind() {
        var pids = new ArrayList<Long>();
        status().path("processes").forEach(each -> pids.add(each.path("pid").asLong()));
        pids.add(run().path("supervisor").path("pid").asLong());

        script.run("down").mustSucceed();

        assertThat(pids).hasSize(7).noneMatch(pid -> RunningProcess.find(pid).isPresent());
        assertThat(script.isSilent()).isTrue();
        assertThat(script.run("status").code()).isEqualTo(4);
    }

    @Test
    @Order(9)
    void ctrlCStopsEverythingInTheForeground() throws IOException, InterruptedException {
        var says = script.folder().resolve("up.txt");
        var up = script.start(says, "up");
        Awaitility.await("up to be ready")
                .atMost(PATIENCE)
                .until(() -> Files.readString(says).contains("Ctrl-C"));
        assertThat(state()).isNotEmpty();

        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

        assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(script.isSilent()).isTrue();
    }

    /** Kills this process and nobody else, as {@code kill -9} does. */
    private static void kill(RunningProcess process) {
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
        assertThat(process.ended(PATIENCE)).isTrue();
    }

    private JsonNode status() {
        return Api.read(script.run("status", "--json").out());
    }

    private JsonNode run() {
        return Documents.json("@" + script.data().resolve("run.json"));
    }

    private RunningProcess process(String name) {
        return status().path("processes")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .flatMap(each -> RunningProcess.find(each.path("pid").asLong()).stream())
                .findFirst()
                .orElseThrow();
    }

    /** What the services know of the community. */
    private List<String> state() {
        return List.of(
                script.run("community", "show", community).mustSucceed().out(),
                script.run("members", "list", community).mustSucceed().out(),
                script.run("account", "list", community).mustSucceed().out());
    }
}
