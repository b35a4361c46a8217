// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins are found by their line in META-INF/services; one that is broken or doubled is found out at the start. */
class PluginsTest {
    @TempDir
    Path folder;

    /** Weighs everybody double. */
    public record Doubled(String note) {}

    abstract static class TestPower<S extends Record> implements VotingPower<S> {
        private final String id;
        private final Class<S> settings;

        TestPower(String id, Class<S> settings) {
            this.id = id;
            this.settings = settings;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Class<S> settingsType() {
            return settings;
        }

        @Override
        public BigInteger of(Voter voter, S settings) {
            return BigInteger.TWO;
        }
    }

    /** Has the id of a built-in plugin. */
    public static final class AnotherEqual extends TestPower<Doubled> {
        public AnotherEqual() {
            super("equal", Doubled.class);
        }
    }

    /** Has no id that a constitution could write. */
    public static final class BadId extends TestPower<Doubled> {
        public BadId() {
            super("Double It", Doubled.class);
        }
    }

    /** Asks for a setting that a constitution cannot write. */
    public static final class BadSettings extends TestPower<BadSettings.Odd> {
        record Odd(String name, Thread thread) {}

        public BadSettings() {
            super("odd", Odd.class);
        }
    }

    /** Cannot be made. */
    public static final class Unmade extends TestPower<Doubled> {
        public Unmade() {
            super("unmade", Doubled.class);
            throw new IllegalStateException("out of order");
        }
    }

    @Test
    void theBuiltInOnesAreThere() {
        assertThat(Samples.PLUGINS.ids())
                .hasEntrySatisfying("methods", ids -> assertThat(ids).contains("for-against-abstain", "instant-runoff"))
                .hasEntrySatisfying("powers", ids -> assertThat(ids).contains("equal"))
                .hasEntrySatisfying("rules", ids -> assertThat(ids).contains("share"))
                .hasEntrySatisfying("admissions", ids -> assertThat(ids).contains("registrar"));
    }

    @Test
    void twoOfOneIdAreRefusedByName() throws IOException {
        assertRefused(AnotherEqual.class, "Two plugins are called 'equal': ");
    }

    @Test
    void anIdThatNobodyCanWriteIsRefused() throws IOException {
        assertRefused(BadId.class, "calls itself 'Double It', which is not kebab-case");
    }

    @Test
    void aSettingThatNobodyCanWriteIsRefused() throws IOException {
        assertRefused(BadSettings.class, "asks for a setting 'thread' of the kind java.lang.Thread");
    }

    @Test
    void aBrokenOneIsRefused() throws IOException {
        assertRefused(Unmade.class, "A plugin is broken: ");
    }

    @Test
    void aLineThatNamesNothingIsRefused() throws IOException {
        try (var loader = loader("org.example.Nowhere")) {
            assertThatThrownBy(() -> Plugins.from(List.of(loader)))
                    .isInstanceOf(PluginsRefused.class)
                    .hasMessageContaining("org.example.Nowhere");
        }
    }

    @Test
    void oneThatSeveralLoadersShowIsOne() throws IOException {
        try (var first = loader("");
                var second = loader("")) {
            assertThat(Plugins.from(List.of(getClass().getClassLoader(), first, second))
                            .ids())
                    .isEqualTo(Samples.PLUGINS.ids());
        }
    }

    @Test
    void aPluginFromOutsideJoinsTheOthers() throws IOException {
        compile("org.example.Tenure", """
                package org.example;
                public final class Tenure implements org.folkmoot.policy.VotingPower<Tenure.Settings> {
                    record Settings(long factor, java.util.Optional<String> note) {}
                    public String id() { return "tenure"; }
                    public Class<Settings> settingsType() { return Settings.class; }
                    public java.math.BigInteger of(org.folkmoot.policy.Voter voter, Settings settings) {
                        return java.math.BigInteger.valueOf(settings.factor() * voter.roles().size());
                    }
                }
                """);
        try (var loader = loader("org.example.Tenure")) {
            var plugins = Plugins.from(List.of(loader));

            var power = plugins.power(new PluginCall("tenure", Map.of("factor", 3L), "/p", "/p"));

            assertThat(power.of(Samples.member("a", Samples.NOON, "x", "y"))).isEqualTo(6);
            assertThat(plugins.ids().get("powers")).contains("equal", "tenure");
        }
    }

    @Test
    void aConstitutionMayCallItByName() throws IOException {
        var text =
                Samples.with("who: \"true\", power: equal", "who: \"true\", power: { plugin: doubled, note: hello }");
        var body = Samples.read(text).body("everybody").orElseThrow();

        assertThat(body.power())
                .isEqualTo(new PluginCall(
                        "doubled",
                        Map.of("note", "hello"),
                        "/bodies/everybody/power",
                        "/bodies/everybody/power/plugin"));
    }

    private void assertRefused(Class<? extends Plugin<?>> plugin, String words) throws IOException {
        try (var loader = loader(plugin.getName())) {
            assertThatThrownBy(() -> Plugins.from(List.of(loader)))
                    .isInstanceOf(PluginsRefused.class)
                    .hasMessageContaining(words);
        }
    }

    private URLClassLoader loader(String line) throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(VotingPower.class.getName()), line);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private void compile(String name, String source) throws IOException {
        var file = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
        Files.writeString(file, source);
        var api = Path.of(VotingPower.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", api.toString(), "-d", folder.toString(), file.toString());
        assertThat(result).isZero();
    }
}
