// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.backends.BackendFailed;
import org.folkmoot.backends.Child;
import org.folkmoot.backends.FreePorts;
import org.folkmoot.backends.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever's port was taken between the look at it and the start is told which one, and what to do. */
class PortTakenTest {
    @TempDir
    Path data;

    private House house;

    @BeforeEach
    void start() {
        house = House.start(
                new Options(
                        data,
                        data,
                        Ports.free(),
                        List.of(),
                        false,
                        Optional.of("jdbc:none"),
                        Optional.of("none:1"),
                        Map.of()),
                _ -> {});
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void somebodyElseListensThere() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ends("a trace of Java", other.getLocalPort()))
                    .isInstanceOf(BackendFailed.class)
                    .hasMessageStartingWith(
                            "Port " + other.getLocalPort() + ", which voting needs, is in use by java (process ")
                    .hasMessageEndingWith("Stop that, or choose other ports with --port-base.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QuarkusBindException: Port(s) already bound: 43003: Address already in use",
                "could not bind IPv4 address: Address already in use",
                "java.net.BindException"
            })
    void aConnectionHadItForAMoment(String said) {
        var port = FreePorts.take(1).getFirst();

        assertThatThrownBy(() -> ends(said, port))
                .isInstanceOf(BackendFailed.class)
                .hasMessageStartingWith("A port that voting needs (" + port + ") was in use when it started");
    }

    @Test
    void whatHasNothingToDoWithPortsIsShownAsItCame() {
        assertThatThrownBy(() -> ends("no memory", FreePorts.take(1).getFirst()))
                .isInstanceOf(BackendFailed.class)
                .hasMessageStartingWith("voting ended with code 1 before it was ready.")
                .hasMessageContaining("no memory");
        assertThat(house.isClosing()).isFalse();
    }

    private void ends(String said, int port) {
        var plan = new Child.Plan(
                "voting",
                List.of("sh", "-c", "echo '" + said + "'; exit 1"),
                Map.of(),
                data.resolve("voting.log"),
                Signal.TERM,
                Duration.ofSeconds(1));
        var program =
                new Program("voting", List.of(port), "http://x", () -> Child.start(plan, _ -> false), () -> false);
        var supervised = new Supervised(program, house);
        supervised.launch();
        supervised.awaitReady();
    }
}
