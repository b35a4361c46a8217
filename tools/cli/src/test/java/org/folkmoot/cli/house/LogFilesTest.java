// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    @TempDir
    Path data;

    @Test
    void aLargeLogIsPutAside() throws Exception {
        var log = log(11 * 1024 * 1024);

        LogFiles.rotated(data, "voting");

        assertThat(log).doesNotExist();
        assertThat(log.resolveSibling("voting.log.1")).hasSize(11 * 1024 * 1024);
    }

    @Test
    void aSmallLogGoesOn() throws Exception {
        var log = log(1024);

        LogFiles.rotated(data, "voting");

        assertThat(log).hasSize(1024);
    }

    private Path log(int size) throws Exception {
        var log = LogFiles.file(data, "voting");
        Files.createDirectories(log.getParent());
        return Files.write(log, new byte[size]);
    }
}
