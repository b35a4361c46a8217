// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same orders in the forms that PrefLib has had. */
class PrefLibFormsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3\n1,Ann, senior\n2,Bo\n3,Cy\n10,10,3\n5,1,{2,3}\n3,2,3,1\n2,3\n",
                "\uFEFF3\r\n1,Ann, senior\r\n2,Bo\r\n3,Cy\r\n10,10,3\r\n5,1,{3,2}\r\n3,2,3,1\r\n2,3",
                "3\n1, Ann, senior\n2, Bo \n3, Cy\n10, 10, 3\n5, 1, {2, 3}\n\n3, 2, {3}, 1\n2, {3}\n",
                "# TITLE: a\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 10\n# NUMBER UNIQUE ORDERS: 3\n"
                        + "# ALTERNATIVE NAME 1: Ann, senior\n# ALTERNATIVE NAME 2: Bo\n# ALTERNATIVE NAME 3: Cy\n"
                        + "5: 1,{2,3}\n3: 2,3,1\n2: 3\n",
                "\uFEFF# FILE NAME: a.toi\r\n# DESCRIPTION: \r\n# NUMBER VOTERS:10\r\n# ALTERNATIVE NAME 1:Ann, senior\r\n"
                        + "# ALTERNATIVE NAME 3:Cy\r\n# ALTERNATIVE NAME 2:Bo\r\n\r\n5: 1, {2, 3}\r\n3:2,3,1\r\n2 : 3\r\n"
            })
    void ordersAreTheSame(String text) throws IOException {
        var read = PrefLib.read(Files.writeString(folder.resolve("a.toi"), text), List.of());

        assertThat(read.candidates()).containsExactly("Ann, senior", "Bo", "Cy");
        assertThat(read.ballots().values()).containsExactly(5L, 3L, 2L);
        assertThat(read.ballots()).containsAllEntriesOf(Map.of("[1,2,0]", 3L, "[2]", 2L));
        assertThat(read.ballots().keySet().iterator().next()).isIn("[0,[1,2]]", "[0,[2,1]]");
    }
}
