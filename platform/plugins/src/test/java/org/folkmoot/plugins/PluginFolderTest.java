// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.constitution.Origin;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.PluginKind;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.PluginsRefused;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every jar of the folder works, or the start stops with a sentence that names the jar and says what to do. */
class PluginFolderTest {
    private static final String ADVICE = ". Put a better one in its place or remove it, and start again.";
    private static final Limits SHORT = new Limits(Duration.ofMillis(500), Duration.ofSeconds(1));

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        assertThat(load(folder.resolve("nowhere")).ids())
                .isEqualTo(Plugins.installed().ids());
    }

    @Test
    void whatIsNoJarIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "Drop jars here.");

        assertThat(load().ids()).isEqualTo(Plugins.installed().ids());
    }

    @Test
    void aPluginIsKnownByIdVersionAndHashOfItsJar() throws IOException {
        var jar = ThirdParty.ofVersion("1.2.0")
                .rule("yes", "return verdict(true);")
                .pack(folder.resolve("a.jar"));

        var found = load().find(PluginKind.RULE, "yes").orElseThrow();

        var hash = Hash.of(Files.readAllBytes(jar));
        assertThat(found.origin()).isEqualTo(new Origin.Jar(jar.toString(), "1.2.0", hash));
        assertThat(found.pin()).contains(new PluginPin(PluginKind.RULE, "yes", "1.2.0", hash));
    }

    @Test
    void aBuiltInPluginHasTheVersionOfTheProgramAndNoPin() {
        var share = load().find(PluginKind.RULE, "share").orElseThrow();

        assertThat(share.origin()).isInstanceOf(Origin.BuiltIn.class);
        assertThat(share.origin().version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(share.pin()).isEmpty();
    }

    @Test
    void twoJarsMayHoldClassesOfOneName() throws IOException {
        ThirdParty.ofVersion("1")
                .type("Same", "class Same { static boolean YES = true; }")
                .rule("first", "return verdict(Same.YES);")
                .pack(folder.resolve("a.jar"));
        ThirdParty.ofVersion("1")
                .type("Same", "class Same { static boolean YES = false; }")
                .rule("second", "return verdict(Same.YES);")
                .pack(folder.resolve("b.jar"));
        var plugins = load();

        assertThat(Asked.rule(plugins, "first").passed()).isTrue();
        assertThat(Asked.rule(plugins, "second").passed()).isFalse();
    }

    @Test
    void aPluginSeesNothingOfTheProgram() {
        ThirdParty.ofVersion("1").rule("spy", """
                        var found = new ArrayList<String>();
                        for (var name : List.of("org.folkmoot.constitution.Plugins", "org.folkmoot.record.Hash",
                                "org.folkmoot.policies.Share", "org.junit.jupiter.api.Test")) {
                            for (var loader : new ClassLoader[] {
                                    getClass().getClassLoader(), Thread.currentThread().getContextClassLoader()}) {
                                try { Class.forName(name, false, loader); found.add(name); }
                                catch (ClassNotFoundException expected) {}
                            }
                        }
                        return verdict(found.isEmpty());""").pack(folder.resolve("spy.jar"));

        assertThat(Asked.rule(load(), "spy").passed()).isTrue();
    }

    @Test
    void whatRunsIsWhatWasHashedWhateverBecomesOfTheFile() throws IOException {
        var jar = ThirdParty.ofVersion("1")
                .type("Later", "class Later { static boolean YES = true; }")
                .rule("late", "return verdict(Later.YES);")
                .pack(folder.resolve("late.jar"));
        var plugins = load();
        Files.delete(jar);

        assertThat(Asked.rule(plugins, "late").passed()).isTrue();
    }

    @Test
    void aPluginReadsTheFilesOfItsOwnJar() {
        ThirdParty.ofVersion("1")
                .entry("org/example/test/table.txt", new byte[] {7})
                .rule("reader", """
                        try (var table = getClass().getResourceAsStream("table.txt")) {
                            return verdict(table.read() == 7);
                        } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }""")
                .pack(folder.resolve("reader.jar"));

        assertThat(Asked.rule(load(), "reader").passed()).isTrue();
    }

    @Test
    void itsSettingsAreBoundLikeThoseOfOthers() {
        ThirdParty.ofVersion("1").plugin(DecisionRule.class, "picky", """
                        public Verdict judge(Facts facts, Settings settings) { return null; }""").pack(folder.resolve("picky.jar"));
        var call = new PluginCall("picky", Map.of("nobody", 1L), "/p", "/p");

        assertThatThrownBy(() -> load().rule(call)).hasMessageContaining("nobody");
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws IOException {
        Files.writeString(folder.resolve("x.jar"), "not a jar");

        assertRefused("x.jar", "it is not a jar, or an empty one");
    }

    @Test
    void aJarWithoutAVersionIsRefused() {
        ThirdParty.unversioned().rule("yes", "return verdict(true);").pack(folder.resolve("x.jar"));

        assertRefused(
                "x.jar",
                "its manifest does not say its Implementation-Version"
                        + " (up to 64 letters, digits, dots, hyphens, pluses and underscores)");
    }

    @Test
    void aJarWithoutAPluginIsRefused() {
        ThirdParty.ofVersion("1").type("Idle", "class Idle {}").pack(folder.resolve("x.jar"));

        assertRefused("x.jar", "no file in its META-INF/services names a plugin");
    }

    @Test
    void aKindThatDoesNotExistIsRefused() {
        ThirdParty.ofVersion("1")
                .entry("META-INF/services/org.folkmoot.policy.DecisionRules", new byte[0])
                .rule("yes", "return verdict(true);")
                .pack(folder.resolve("x.jar"));

        assertRefused(
                "x.jar",
                "META-INF/services/org.folkmoot.policy.DecisionRules is about no kind of plugin that there is");
    }

    @Test
    void aClassThatIsNotThereIsRefused() {
        ThirdParty.ofVersion("1")
                .line(DecisionRule.class, "org.example.Nowhere")
                .pack(folder.resolve("x.jar"));

        assertRefused("x.jar", "it registers org.example.Nowhere, and org.example.Nowhere is not in it");
    }

    @Test
    void aLibraryThatIsMissingIsRefused() {
        ThirdParty.ofVersion("1")
                .type("Library", "class Library { static boolean yes() { return true; } }")
                .rule("needy", "return verdict(Library.yes());")
                .without("Library")
                .pack(folder.resolve("x.jar"));

        assertRefused(
                "x.jar",
                "org.example.test.Pneedy uses org.example.test.Library,"
                        + " which is neither in it nor in the policy API or the JDK");
    }

    @Test
    void aClassThatIsNoPluginIsRefused() {
        ThirdParty.ofVersion("1")
                .type("Idle", "public class Idle {}")
                .line(DecisionRule.class, "org.example.test.Idle")
                .pack(folder.resolve("x.jar"));

        assertRefused("x.jar", "org.example.test.Idle does not implement org.folkmoot.policy.DecisionRule");
    }

    @Test
    void aClassThatIsDamagedIsRefused() {
        ThirdParty.ofVersion("1")
                .line(DecisionRule.class, "org.example.Odd")
                .entry("org/example/Odd.class", new byte[] {1, 2, 3})
                .pack(folder.resolve("x.jar"));

        assertThatThrownBy(this::load)
                .isInstanceOf(PluginsRefused.class)
                .hasMessageStartingWith("The plugin jar " + folder.resolve("x.jar")
                        + " cannot be used: org.example.Odd cannot be loaded: java.lang.ClassFormatError");
    }

    @Test
    void aConstructorThatThrowsIsRefused() {
        made("throw new IllegalStateException(\"out of order\");");

        assertRefused(
                "x.jar", "org.example.test.Pbad failed when it was made: it threw IllegalStateException: out of order");
    }

    @Test
    void aConstructorWithoutAnEndIsRefused() {
        made("while (!Thread.interrupted()) Thread.onSpinWait();");

        assertRefused("x.jar", "org.example.test.Pbad failed when it was made: it gave no answer within 500 ms");
    }

    @Test
    void anIdThatNobodyCanWriteIsRefused() {
        ThirdParty.ofVersion("1").rule("Double", "return verdict(true);").pack(folder.resolve("x.jar"));

        assertThatThrownBy(this::load)
                .isInstanceOf(PluginsRefused.class)
                .hasMessage("The plugin 'Double' in " + folder.resolve("x.jar")
                        + " calls itself 'Double', which is not kebab-case.");
    }

    @Test
    void aSettingThatNobodyCanWriteIsRefused() {
        ThirdParty.ofVersion("1")
                .type("Odd", """
                        public final class Odd implements DecisionRule<Odd.Settings> {
                            public record Settings(Thread thread) {}
                            public String id() { return "odd"; }
                            public Class<Settings> settingsType() { return Settings.class; }
                            public Verdict judge(Facts facts, Settings settings) { return null; }
                        }""")
                .line(DecisionRule.class, "org.example.test.Odd")
                .pack(folder.resolve("x.jar"));

        assertThatThrownBy(this::load)
                .isInstanceOf(PluginsRefused.class)
                .hasMessage("The plugin 'odd' in " + folder.resolve("x.jar")
                        + " asks for a setting 'thread' of the kind java.lang.Thread, which cannot be written.");
    }

    @Test
    void settingsWithoutAnEndAreRefused() {
        ThirdParty.ofVersion("1")
                .type("Deep", """
                        public final class Deep implements DecisionRule<Deep.Settings> {
                            public record Settings(Settings inner) {}
                            public String id() { return "deep"; }
                            public Class<Settings> settingsType() { return Settings.class; }
                            public Verdict judge(Facts facts, Settings settings) { return null; }
                        }""")
                .line(DecisionRule.class, "org.example.test.Deep")
                .pack(folder.resolve("x.jar"));

        assertThatThrownBy(this::load).isInstanceOf(PluginsRefused.class).hasMessageContaining("'inner'");
    }

    @Test
    void aSecondPluginOfOneIdIsRefused() {
        ThirdParty.ofVersion("1").rule("yes", "return verdict(true);").pack(folder.resolve("a.jar"));
        ThirdParty.ofVersion("2").rule("yes", "return verdict(true);").pack(folder.resolve("b.jar"));

        assertThatThrownBy(this::load)
                .isInstanceOf(PluginsRefused.class)
                .hasMessage("Two plugins are called 'yes': a rule in " + folder.resolve("a.jar") + " and one in "
                        + folder.resolve("b.jar") + ". Remove one of them.");
    }

    @Test
    void theIdOfABuiltInPluginIsRefused() {
        ThirdParty.ofVersion("1").rule("share", "return verdict(true);").pack(folder.resolve("a.jar"));

        assertThatThrownBy(this::load)
                .isInstanceOf(PluginsRefused.class)
                .hasMessage("Two plugins are called 'share': a rule built in and one in " + folder.resolve("a.jar")
                        + ". Remove one of them.");
    }

    @Test
    void aJarThatIsTooLargeIsRefused() throws IOException {
        Files.write(folder.resolve("x.jar"), new byte[JarBytes.MOST_BYTES + 1]);

        assertRefused("x.jar", "it is larger than 16 MiB");
    }

    @Test
    void aJarThatUnpacksToTooMuchIsRefused() {
        ThirdParty.ofVersion("1")
                .entry("zeros", new byte[JarBytes.MOST_UNPACKED + 1])
                .pack(folder.resolve("x.jar"));

        assertRefused("x.jar", "it unpacks to more than 64 MiB or 10,000 files");
    }

    @Test
    void tooManyJarsAreRefused() throws IOException {
        for (var i = 0; i <= PluginFolder.MOST_JARS; i++) Files.createFile(folder.resolve(i + ".jar"));

        assertThatThrownBy(this::load)
                .isInstanceOf(PluginsRefused.class)
                .hasMessage("There are more than 32 jars in " + folder + ": remove those that nobody uses.");
    }

    private void made(String statements) {
        ThirdParty.ofVersion("1")
                .plugin(DecisionRule.class, "bad", """
                        { if (true) { %s } }
                        public Verdict judge(Facts facts, Settings settings) { return null; }""".formatted(statements))
                .pack(folder.resolve("x.jar"));
    }

    private void assertRefused(String jar, String reason) {
        assertThatThrownBy(this::load)
                .isInstanceOf(PluginsRefused.class)
                .hasMessage("The plugin jar " + folder.resolve(jar) + " cannot be used: " + reason + ADVICE);
    }

    private Plugins load() {
        return load(folder);
    }

    private static Plugins load(Path folder) {
        return PluginFolder.load(folder, Plugins.installed(), SHORT);
    }
}
