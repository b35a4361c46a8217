// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.folkmoot.backends.RunningProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
    final Said said = new Said();
    Path data;
    House house;

    @BeforeAll
    void startHouse(@TempDir Path folder) {
        data = folder;
        house = House.start(Suites.backendsOn(data), said);
    }

    @AfterAll
    void closeHouse() {
        house.close();
    }

    @Test
    void whatRunsIsWrittenDown() {
        var run = Run.read(data).orElseThrow();

        assertThat(run.started()).isTrue();
        assertThat(run.supervisor().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(run.processes()).extracting(Run.Entry::name).containsExactly("postgres", "kafka");
        assertThat(run.processes().getFirst().process())
                .isEqualTo(house.process("postgres").orElseThrow());
        assertThat(Running.status(data).ready()).isTrue();
    }

    @Test
    void aServerThatEndsUnexpectedlyIsStartedAgain() throws InterruptedException {
        var before = house.process("postgres").orElseThrow();

        before.kill();

        said.await("postgres is ready again");
        assertThat(house.process("postgres")).isPresent().isNotEqualTo(Optional.of(before));
        assertThat(house.status().ready()).isTrue();
    }

    @Test
    void whatIsKilledOnPurposeStaysDeadUntilItIsRestarted() throws Exception {
        Suites.keepRow(house.jdbc());

        house.kill("postgres");

        assertThat(house.process("postgres")).isEmpty();
        assertThat(house.status().ready()).isFalse();
        house.restart("postgres");
        assertThat(house.status().ready()).isTrue();
        assertThat(Suites.keptRow(house.jdbc())).isEqualTo("acknowledged");
    }

    @Test
    void theMemoryOfEachProcessIsKnown() {
        assertThat(house.status().processes())
                .allSatisfy(part -> assertThat(part.rssMiB()).isBetween(5L, 700L));
        assertThat(house.rssMiB()).isLessThan(1_000);
    }

    @Test
    void aSecondHouseOnTheSameDataIsRefused() {
        assertThatThrownBy(() -> House.start(Suites.backendsOn(data), _ -> {}))
                .isInstanceOf(AlreadyRuns.class)
                .hasMessageContaining(data.toString());
        assertThat(house.process("postgres").filter(RunningProcess::isAlive)).isPresent();
    }

    @Test
    void aPortInUseIsNamedWithWhoUsesIt(@TempDir Path other) {
        var taken = new Options(
                other,
                other,
                new Ports(house.ports().of()),
                java.util.List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                java.util.Map.of());
        var owner = house.process("postgres").orElseThrow().pid();

        assertThatThrownBy(() -> House.start(taken, _ -> {}))
                .isInstanceOf(HouseFailed.class)
                .hasMessageContaining("Port " + house.ports().port("postgres"))
                .hasMessageContaining("postgres (process " + owner + ")");
        assertThat(Run.read(other)).isEmpty();
    }

    @Test
    void aServiceThatWasNotBuiltIsNamed(@TempDir Path other) {
        var unbuilt = Options.lasting(other, other.resolve("data"), Ports.BASE);

        assertThatThrownBy(() -> House.start(unbuilt, _ -> {}))
                .isInstanceOf(HouseFailed.class)
                .hasMessageContaining("identity-svc")
                .hasMessageContaining("build Folkmoot first");
    }
}
