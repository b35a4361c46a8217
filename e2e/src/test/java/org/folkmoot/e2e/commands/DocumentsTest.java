// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.cli.house.Home;
import org.folkmoot.e2e.suite.Locks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Types what the pages say, each from its first line to its last. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Locks.OWN_HOUSE, mode = ResourceAccessMode.READ)
class DocumentsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");

    @Test
    void gettingStarted(@TempDir Path folder) throws IOException {
        typed(
                folder,
                "getting-started.md",
                "balance: 40.00",
                "treasury  garden  SKR  40.00",
                ",\"\"\"against\"\"\",1,");
    }

    @Test
    void membersKeysAndTrust(@TempDir Path folder) throws IOException {
        typed(
                folder,
                "members.md",
                "open: Asked are 1 of 2: 1 of 2 members vouch for the applicant.",
                "admitted: Asked are 1 of 2: 2 of 2 members vouch for the applicant.",
                "admitted: Asked are 1 of 2: 1 of 1 attesters signed",
                "did:pkh:eip155:1:0x",
                "signs no more with did:key:z6Mk",
                "done, 2 guardians agreed",
                "lamplighter  ",
                "vote  neighbours  true  true  With the power 1.",
                "signed with eip712 by did:pkh:eip155:1:0x",
                "verified: proposal.draft/1");
    }

    @Test
    void sealedBallots(@TempDir Path folder) throws IOException {
        typed(
                folder,
                "sealed-ballots.md",
                "It can be adopted.",
                "\"{\"\"sealed\"\":",
                "1 of the 2 trustees who are needed have given theirs.",
                "That is enough: the ballots are opened.",
                "Opened by the trustees 1, 3: 3 sealed ballots, of which 0 are spoilt and do not count.",
                ",\"\"\"against\"\"\",1,");
    }

    private static void typed(Path folder, String page, String... said) throws IOException {
        var script = Script.in(folder);
        var typed = folder.resolve("typed.sh");
        Files.writeString(typed, commands(page));

        Locks.ROOM.acquireUninterruptibly();
        try {
            var ended = script.run(List.of("bash", "-eu", typed.toString()));

            assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
            assertThat(ended.out()).contains(said).contains("Folkmoot is stopped.");
            assertThat(script.isSilent()).isTrue();
        } finally {
            script.run("down");
            Locks.ROOM.release();
        }
    }

    private static String commands(String page) throws IOException {
        var text = Files.readString(Home.find().resolve("docs").resolve(page));
        return BLOCK.matcher(text)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
    }
}
