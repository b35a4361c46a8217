// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrowAwayTest {
    @Test
    void nothingIsLeftAfterwards() {
        var options = Options.throwAway(Path.of("")).withServices(List.of());

        var house = House.start(options, _ -> {});
        var postgres = house.process("postgres").orElseThrow();
        house.close();

        assertThat(postgres.isAlive()).isFalse();
        assertThat(options.data()).doesNotExist();
    }

    @Test
    void aHouseThatWasLeftGoesOnUntilDown() {
        var house = House.start(Options.throwAway(Path.of("")).withServices(List.of()), _ -> {});
        var postgres = house.process("postgres").orElseThrow();

        house.leave();
        house.close();

        assertThat(postgres.isAlive()).isTrue();
        assertThat(Running.status(house.data()).ready()).isTrue();
        Leftovers.stop(house.data(), _ -> {});
        assertThat(postgres.isAlive()).isFalse();
        org.folkmoot.backends.Folders.delete(house.data());
    }
}
