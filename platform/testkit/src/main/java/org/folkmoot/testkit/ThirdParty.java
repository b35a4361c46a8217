// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.VotingPower;

/** A third party who compiles policies and packs them into a jar while a test runs. */
public final class ThirdParty {
    private static final String PACKAGE = "org.example.test.";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Attributes attributes = new Attributes();

    private ThirdParty() {}

    /** Starts a jar that says its version. */
    public static ThirdParty ofVersion(String version) {
        var jar = unversioned();
        jar.attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        return jar;
    }

    /** Starts a jar that does not say its version. */
    public static ThirdParty unversioned() {
        var jar = new ThirdParty();
        jar.attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return jar;
    }

    /** A decision rule without settings whose verdict is what these statements return. */
    public ThirdParty rule(String id, String judging) {
        return plugin(DecisionRule.class, id, """
                public Verdict judge(Facts facts, Settings settings) { %s }
                static Verdict verdict(boolean passed) {
                    var one = List.of(new Operand("one", BigInteger.ONE));
                    return Verdict.of(new TraceLine("%s", passed ? one : List.of(), one, "atLeast", "1", "1", "passes",
                        passed, passed ? "Yes." : "No.", "None."));
                }""".formatted(judging, id));
    }

    /** A voting power without settings that is what these statements return. */
    public ThirdParty power(String id, String weighing) {
        return plugin(
                VotingPower.class,
                id,
                "public BigInteger of(Voter voter, Settings settings) { %s }".formatted(weighing));
    }

    /** A voting method without settings that accepts yes, checks by these statements, and tallies by those. */
    public ThirdParty method(String id, String checking, String tallying) {
        return plugin(VotingMethod.class, id, """
                public List<String> counts(Settings settings) { return List.of("yes"); }
                public void check(Object choice, Question question, Settings settings) { %s }
                public Result tally(Iterable<Counted> ballots, Question question, Settings settings) { %s }
                static Result all(Iterable<Counted> ballots) {
                    long cast = 0; var power = BigInteger.ZERO;
                    for (var group : ballots) { cast += group.ballots(); power = power.add(group.power()); }
                    return new Result(cast, List.of(), Map.of("yes", power), List.of(), "Counted.");
                }""".formatted(checking, tallying));
    }

    /** A plugin of a kind, without settings, of this text; {@code simple name of the class} is that of its id. */
    @SuppressWarnings("rawtypes") // a class literal has no parameters
    public ThirdParty plugin(Class<? extends Plugin> kind, String id, String members) {
        var name = "P" + id.replace("-", "");
        type(name, """
                public final class %s implements %s<%s.Settings> {
                    public record Settings() {}
                    public String id() { return "%s"; }
                    public Class<Settings> settingsType() { return Settings.class; }
                    %s
                }""".formatted(name, kind.getSimpleName(), name, id, members));
        return line(kind, PACKAGE + name);
    }

    /** A class of this simple name. */
    public ThirdParty type(String name, String source) {
        sources.put(
                name + ".java",
                "package org.example.test;\nimport java.math.BigInteger;\nimport java.util.*;\n"
                        + "import org.folkmoot.policy.*;\n" + source);
        return this;
    }

    /** A class whose source is in a file. */
    public ThirdParty source(Path file) {
        try {
            sources.put(file.getFileName().toString(), Files.readString(file));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A line that registers a class. */
    public ThirdParty line(Class<?> kind, String name) {
        lines.computeIfAbsent("META-INF/services/" + kind.getName(), _ -> new ArrayList<>())
                .add(name);
        return this;
    }

    /** A file. */
    public ThirdParty entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    /** Leaves a class away that the others were compiled with. */
    public ThirdParty without(String name) {
        compile();
        entries.remove((PACKAGE + name).replace('.', '/') + ".class");
        return this;
    }

    /** Writes the jar; the same things always make the same bytes. */
    public Path pack(Path file) {
        compile();
        lines.forEach((name, each) -> entries.put(name, String.join("\n", each).getBytes(UTF_8)));
        var manifest = new Manifest();
        manifest.getMainAttributes().putAll(attributes);
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            var first = new ZipEntry("META-INF/MANIFEST.MF");
            first.setTime(0);
            jar.putNextEntry(first);
            manifest.write(jar);
            for (var entry : entries.entrySet()) {
                var next = new ZipEntry(entry.getKey());
                next.setTime(0);
                jar.putNextEntry(next);
                jar.write(entry.getValue());
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void compile() {
        if (sources.isEmpty()) return;
        try {
            var folder = Files.createTempDirectory("third-party");
            var options = new ArrayList<>(
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
            for (var source : sources.entrySet()) {
                var file = folder.resolve(source.getKey());
                options.add(Files.writeString(file, source.getValue()).toString());
            }
            run(options);
            keep(folder);
            sources.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(List<String> options) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        var task = compiler.getTask(
                said,
                null,
                null,
                options.subList(0, 5),
                null,
                compiler.getStandardFileManager(null, null, null)
                        .getJavaFileObjects(options.subList(5, options.size()).toArray(String[]::new)));
        if (!task.call()) throw new IllegalArgumentException("the third party's code does not compile: " + said);
    }

    private void keep(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(found -> found.toString().endsWith(".class"))
                    .sorted()
                    .toList()) entries.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
    }
}
