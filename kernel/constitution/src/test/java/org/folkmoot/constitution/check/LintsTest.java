// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trap has a name, a place and a sentence with its numbers, and is gone when it is put right. */
class LintsTest {
    static final Plugins PLUGINS = Plugins.installed();

    static Stream<LintCase> cases() {
        return Stream.of("shares.txt", "chambers.txt", "time.txt", "entry.txt")
                .flatMap(file -> LintCase.cases(file).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsWrongIsSaid(LintCase one) {
        assertThat(one.wrong())
                .filteredOn(complaint ->
                        complaint.id().equals(one.id()) && complaint.path().equals(one.path()))
                .extracting(Complaint::severity, Complaint::path, Complaint::reason, Complaint::suggestion)
                .containsExactly(tuple(one.severity(), one.path(), one.says(), one.hint()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void andNothingIsWhenItIsPutRight(LintCase one) {
        assertThat(one.right()).isEmpty();
    }

    @Test
    void theUsualPolicyHasNothingToComplainOf() {
        var usual = Constitution.read(LintCase.document(List.of()).getBytes(UTF_8));

        assertThat(Check.of(usual, PLUGINS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDocsExplainIt(LintCase one) throws IOException {
        assertThat(Files.readString(Path.of("../../docs/constitutions.md"))).contains("`" + one.id() + "`");
    }
}
