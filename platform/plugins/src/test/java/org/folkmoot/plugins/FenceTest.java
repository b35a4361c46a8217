// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Voter;
import org.folkmoot.testkit.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a plugin's code does, who asks it gets an answer that can be used, or hears that there is none and why. */
class FenceTest {
    private static final Limits SHORT = new Limits(Duration.ofMillis(500), Duration.ofMillis(700));
    private static final Question QUESTION = new Question("A roof?", List.of());
    private static final Voter ANN = new Voter("ann", Instant.EPOCH, List.of(), Map.of());
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "while (!Thread.interrupted()) Thread.onSpinWait(); return null; | it gave no answer within 500 ms",
                "try { Thread.sleep(60_000); } catch (InterruptedException e) {} return null;"
                        + " | it gave no answer within 500 ms",
                "throw new IllegalStateException(\"Out of order.\"); | it threw IllegalStateException: Out of order",
                "throw new IllegalStateException() { public String getMessage() { throw this; } }; | it threw ",
                "throw new Error(); | it threw Error",
                "return judge(facts, settings); | it called itself without an end",
                "return verdict(new long[Integer.MAX_VALUE].length > 0); | it asked for more memory than there is",
                "return null; | it gave no verdict",
                "return new Verdict(false, verdict(true).line());"
                        + " | it threw IllegalArgumentException: the verdict is not what its trace says: Yes",
                "var y = verdict(true).line(); return Verdict.of(new TraceLine(\"a\", List.of(), y.denominator(),"
                        + " y.operator(), \"1\", \"1\", \"passes\", true, \"Yes.\", \"None.\"));"
                        + " | its verdict is passed, and its trace shows otherwise",
                "var n = verdict(false).line(); return Verdict.of(new TraceLine(\"a\", n.denominator(), n.denominator(),"
                        + " n.operator(), \"1\", \"1\", \"passes\", false, \"No.\", \"None.\"));"
                        + " | its verdict is failed, and its trace shows otherwise",
                "var y = verdict(true).line(); return Verdict.of(new TraceLine(\"a\", y.numerator(), y.denominator(),"
                        + " y.operator(), \"1\", \"1\", \"passes\", true, null, \"None.\"));"
                        + " | it gave no words for its verdict",
                "var odd = new BigInteger(\"1\") { public int signum() { return -1; } };"
                        + " var one = List.of(new Operand(\"one\", odd)); return Verdict.of(new TraceLine(\"a\", one, one,"
                        + " \"atLeast\", \"1\", \"1\", \"passes\", true, \"Yes.\", \"None.\"));"
                        + " | its operand is not a plain whole number",
            })
    void aRuleThatGivesNoGoodVerdictFails(String judging, String reason) {
        var plugins = load(ThirdParty.ofVersion("1.0").rule("bad", judging));

        assertThatThrownBy(() -> Asked.rule(plugins, "bad")).isInstanceOfSatisfying(PluginFailed.class, failed -> {
            assertThat(failed.id()).isEqualTo("bad");
            assertThat(failed.version()).isEqualTo("1.0");
            assertThat(failed.reason()).startsWith(reason);
            assertThat(failed.sentence()).startsWith("The plugin 'bad' 1.0 failed: " + reason);
        });
    }

    @Test
    void whoTakesAllMemoryFails() {
        ThirdParty.ofVersion("1")
                .rule("greedy", "var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 22]);")
                .pack(folder.resolve("a.jar"));
        var patient = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));
        var plugins = PluginFolder.load(folder, Plugins.installed(), patient);

        assertThatThrownBy(() -> Asked.rule(plugins, "greedy"))
                .isInstanceOf(PluginFailed.class)
                .hasMessage("The plugin 'greedy' 1 failed: it asked for more memory than there is.");
    }

    @Test
    void whatAPluginSaysBesideItsAnswerComesThrough() {
        var plugins = load(ThirdParty.ofVersion("1")
                .power("wealth", """
                        return voter.balance("SKR"); }
                        public List<Need> needs(Settings settings) { return List.of(new Need.Balances("SKR"));""")
                .rule("early", """
                        return verdict(true); }
                        public boolean settledByExtremes(Settings settings, Set<String> counts) { return counts.contains("yes");""")
                .method("plain", "", """
                        return all(ballots); }
                        public boolean countsAreChoices(Settings settings) { return true; }
                        public boolean roundsCounts(Settings settings) { return true; }
                        public boolean mergesPowers(Settings settings) { return false;"""));

        assertThat(plugins.power(Asked.call("wealth")).needs()).containsExactly(new Need.Balances("SKR"));
        assertThat(plugins.rule(Asked.call("early")).settledByExtremes(Set.of("yes")))
                .isTrue();
        assertThat(plugins.method(Asked.call("plain")).counts()).containsExactly("yes");
        assertThat(plugins.method(Asked.call("plain")).countsAreChoices()).isTrue();
        assertThat(plugins.method(Asked.call("plain")).countsForetell()).isFalse();
        assertThat(plugins.method(Asked.call("plain")).mergesPowers()).isFalse();
    }

    @Test
    void aGoodVerdictComesThrough() {
        var plugins = load(ThirdParty.ofVersion("1").rule("good", "return verdict(facts.ballots() == 1);"));

        assertThat(Asked.rule(plugins, "good").passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'return BigInteger.ONE.negate();', its power is below zero",
        "return null;, it gave no power",
        "'return BigInteger.TEN.pow(30);', it gave a power of more than 30 digits"
    })
    void aPowerThatIsNoneFails(String weighing, String reason) {
        var plugins = load(ThirdParty.ofVersion("1").power("bad", weighing));

        assertThatThrownBy(() -> plugins.power(Asked.call("bad")).of(ANN))
                .isInstanceOf(PluginFailed.class)
                .hasMessage("The plugin 'bad' 1 failed: " + reason + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "while (!Thread.interrupted()) Thread.onSpinWait(); return null; | it gave no answer within 700 ms",
                "return null; | it gave no result",
                "return new Result(4, List.of(), Map.of(\"yes\", BigInteger.ONE), List.of(), \"Counted.\");"
                        + " | it counted 4 ballots and was given others",
                "return new Result(3, List.of(), Map.of(), List.of(), \"Counted.\");"
                        + " | it did not give every count that it names: [yes]",
                "return new Result(3, List.of(), Map.of(\"yes\", BigInteger.TWO.negate()), List.of(), \"Counted.\");"
                        + " | its count is below zero",
                "return new Result(3, List.of(\"Eve\"), Map.of(\"yes\", BigInteger.ONE), List.of(), \"Counted.\");"
                        + " | it lets something win that is no option",
            })
    void aTallyThatIsNoneFails(String tallying, String reason) {
        var plugins = load(ThirdParty.ofVersion("1").method("bad", "", tallying));
        var method = plugins.method(Asked.call("bad"));

        assertThatThrownBy(() -> method.tally(List.of(new Counted("yes", 3, BigInteger.TEN)), QUESTION))
                .isInstanceOf(PluginFailed.class)
                .hasMessage("The plugin 'bad' 1 failed: " + reason + ".");
    }

    @Test
    void aMethodMayRefuseAChoice() {
        var plugins = load(ThirdParty.ofVersion("1")
                .method(
                        "strict",
                        "if (!choice.equals(\"yes\")) throw new InvalidChoice(\"Only yes.\");",
                        "return all(ballots);"));
        var method = plugins.method(Asked.call("strict"));

        method.check("yes", QUESTION);

        assertThatThrownBy(() -> method.check("no", QUESTION))
                .isInstanceOf(InvalidChoice.class)
                .hasMessage("Only yes.");
    }

    @Test
    void aRuleMayNotRefuseLikeAMethod() {
        var plugins = load(ThirdParty.ofVersion("1").rule("odd", "throw new InvalidChoice(\"Only yes.\");"));

        assertThatThrownBy(() -> Asked.rule(plugins, "odd"))
                .isInstanceOf(PluginFailed.class)
                .hasMessage("The plugin 'odd' 1 failed: it threw InvalidChoice: Only yes.");
    }

    @Test
    void settingsAreThePluginsCodeToo() {
        var plugins =
                load(ThirdParty.ofVersion("1").type("Slow", """
                        public final class Slow implements DecisionRule<Slow.Settings> {
                            public record Settings() { public Settings {
                                while (!Thread.interrupted()) Thread.onSpinWait();
                            } }
                            public String id() { return "slow"; }
                            public Class<Settings> settingsType() { return Settings.class; }
                            public Verdict judge(Facts facts, Settings settings) { return null; }
                        }""").line(DecisionRule.class, "org.example.test.Slow"));

        assertThatThrownBy(() -> plugins.rule(Asked.call("slow")))
                .isInstanceOf(PluginFailed.class)
                .hasMessage("The plugin 'slow' 1 failed: it gave no answer within 500 ms.");
    }

    @Test
    void whoNeverEndsIsNotAskedAgain() {
        var plugins = load(ThirdParty.ofVersion("1")
                .rule("endless", "while (System.getProperty(\"the.end\") == null) Thread.onSpinWait(); return null;"));
        for (var i = 0; i < Fence.MOST_ABANDONED; i++)
            assertThatThrownBy(() -> Asked.rule(plugins, "endless")).hasMessageContaining("no answer within");

        assertThatThrownBy(() -> Asked.rule(plugins, "endless"))
                .isInstanceOf(PluginFailed.class)
                .hasMessage("The plugin 'endless' 1 failed: 2 earlier calls of it never ended,"
                        + " so it is not asked again until a restart.");
        System.setProperty("the.end", "now");
    }

    @Test
    void whoEndsLateIsAskedAgain() {
        var plugins = load(ThirdParty.ofVersion("1")
                .rule(
                        "late",
                        "if (Thread.interrupted()) return null;"
                                + " try { Thread.sleep(60_000); } catch (InterruptedException e) {} return null;"));
        for (var i = 0; i < 3; i++) {
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(() -> Asked.rule(plugins, "late"))
                            .hasMessage("The plugin 'late' 1 failed: it gave no answer within 500 ms."));
        }
    }

    @Test
    void evidenceIsLookedUpByWhoAsks() {
        var threads = new CopyOnWriteArrayList<Thread>();
        var gate = load(asking()).admission(Asked.call("asking"));
        var evidence = new Evidence() {
            @Override
            public Instant at() {
                return NOON;
            }

            @Override
            public String signer() {
                threads.add(Thread.currentThread());
                return "ann";
            }
        };

        var admission = gate.judge(new Applicant("ann", "key", NOON), evidence);

        assertThat(admission.admitted()).isTrue();
        assertThat(new ArrayList<>(threads)).containsExactly(Thread.currentThread());
    }

    @Test
    void evidenceThatCannotBeLookedUpIsNotThePluginsFault() {
        var gate = load(asking()).admission(Asked.call("asking"));
        var evidence = new Evidence() {
            @Override
            public Instant at() {
                return NOON;
            }

            @Override
            public String signer() {
                throw new IllegalStateException("the database is away");
            }
        };

        assertThatThrownBy(() -> gate.judge(new Applicant("ann", "key", NOON), evidence))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database is away");
    }

    private static ThirdParty asking() {
        return ThirdParty.ofVersion("1").plugin(AdmissionRule.class, "asking", """
                public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
                    return evidence.signer().equals("ann")
                        ? Admission.admitted("asking", "It is Ann.") : Admission.refused("asking", "It is not.");
                }""");
    }

    private Plugins load(ThirdParty jar) {
        jar.pack(folder.resolve("a.jar"));
        return PluginFolder.load(folder, Plugins.installed(), SHORT);
    }
}
