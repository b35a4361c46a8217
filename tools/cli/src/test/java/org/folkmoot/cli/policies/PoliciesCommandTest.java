// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.cli.Folkmoot;
import org.folkmoot.cli.client.Api;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes a constitution sees what it can ask for, and whoever runs the suite sees which jars it trusts. */
class PoliciesCommandTest {
    private static final String CONSTITUTION = """
            folkmoot: 1
            name: Acme
            admission: { model: open }
            bodies: { all: { who: "true", power: equal } }
            policies:
              - name: any
                applies: "true"
                body: all
                ballot: { method: for-against-abstain, revote: last }
                rules: [ { rule: yes-man } ]
                timing: { delay: PT0S, period: P1D, timelock: PT0S, expires: P1D }
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @Test
    void aPolicyInTheDataFolderIsListedWithTheHashOfItsJar() throws IOException {
        var jar = yesMan("1.2.0");

        assertThat(run("policies", "--data", data.toString(), "--json")).isZero();

        for (var policy : Api.read(out.toString()).path("policies")) {
            if (!policy.path("id").asText().equals("yes-man")) continue;
            assertThat(policy.path("kind").asText()).isEqualTo("rule");
            assertThat(policy.path("version").asText()).isEqualTo("1.2.0");
            assertThat(policy.path("hash").asText())
                    .isEqualTo(Hash.of(Files.readAllBytes(jar)).hex());
            assertThat(policy.path("jar").asText()).isEqualTo(jar.toString());
            return;
        }
        throw new AssertionError("not listed: " + out);
    }

    @Test
    void aBuiltInPolicyIsListedWithItsSettings() {
        assertThat(run("policies", "--data", data.toString())).isZero();

        assertThat(out.toString()).contains("share").contains("tie?: fails or passes");
    }

    @Test
    void aBrokenJarIsSaidInOneSentence() throws IOException {
        var jar = Files.writeString(plugins().resolve("x.jar"), "junk");

        assertThat(run("policies", "--data", data.toString())).isEqualTo(1);

        assertThat(err.toString().strip())
                .isEqualTo("The plugin jar " + jar + " cannot be used: it is not a jar, or an empty one."
                        + " Put a better one in its place or remove it, and start again.");
    }

    @Test
    void aBrokenJarKeepsTheSuiteFromStarting() throws IOException {
        var jar = Files.writeString(plugins().resolve("x.jar"), "junk");

        assertThat(run("up", "--data", data.toString())).isEqualTo(1);

        assertThat(err.toString()).startsWith("The plugin jar " + jar + " cannot be used: ");
    }

    @Test
    void aConstitutionIsCheckedWithThePoliciesOfTheFolder() throws IOException {
        yesMan("1");
        var file = Files.writeString(data.resolve("constitution.yaml"), CONSTITUTION);

        var without = run("constitution", "check", file.toString(), "--plugins", data.toString());
        var with = run("constitution", "check", file.toString(), "--data", data.toString());

        assertThat(out.toString()).contains("There is no rule 'yes-man'");
        assertThat(without).isEqualTo(4);
        assertThat(with).isZero();
    }

    private Path yesMan(String version) throws IOException {
        return ThirdParty.ofVersion(version)
                .rule("yes-man", "return verdict(facts.ballots() > 0);")
                .pack(plugins().resolve("yes-man.jar"));
    }

    private Path plugins() throws IOException {
        return Files.createDirectories(data.resolve("plugins"));
    }

    private int run(String... words) {
        return Folkmoot.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
