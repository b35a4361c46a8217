// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.testkit.ThirdParty;

/** A plugins folder with the policy of examples/acme-policy, and with some that work only when a test says so. */
public final class PluginJars implements QuarkusTestResourceLifecycleManager {
    private static final Path ACME = Path.of("../../examples/acme-policy/src/main/java/org/example/acme");

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("plugins");
            ThirdParty.ofVersion("1.2.0")
                    .source(ACME.resolve("MajorityOfMany.java"))
                    .line(DecisionRule.class, "org.example.acme.MajorityOfMany")
                    .pack(folder.resolve("acme-policy.jar"));
            ThirdParty.ofVersion("0.9")
                    .rule("moody", unless("moody", "return null;") + "return verdict(facts.ballots() > 1);")
                    .rule("endless", unless("endless", "Thread.onSpinWait();", "while") + "return verdict(true);")
                    .power(
                            "heavy",
                            unless("heavy", "throw new IllegalStateException(\"no scales\");")
                                    + "return BigInteger.TEN;")
                    .method(
                            "approve",
                            unless("approve", "throw new IllegalStateException(\"no glasses\");")
                                    + "if (!choice.equals(\"yes\")) throw new InvalidChoice(\"Only yes.\");",
                            "return all(ballots);")
                    .pack(folder.resolve("moody.jar"));
            return Map.of("folkmoot.plugins", folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}

    /** Lets a plugin work from now on. */
    static void mend(String id) {
        System.setProperty("plugin." + id, "works");
    }

    private static String unless(String id, String statement) {
        return unless(id, statement, "if");
    }

    private static String unless(String id, String statement, String word) {
        return word + " (System.getProperty(\"plugin." + id + "\") == null) { " + statement + " } ";
    }
}
