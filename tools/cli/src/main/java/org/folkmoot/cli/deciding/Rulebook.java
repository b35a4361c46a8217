// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.PluginsOption;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Moments;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Judges;
import org.folkmoot.constitution.course.Tally;
import org.folkmoot.constitution.course.TallyDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rules that a command decides by: a constitution in a file, and one of its policies if one is named. */
public final class Rulebook {
    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Option(
            names = "--constitution",
            paramLabel = "FILE",
            required = true,
            description = "The constitution, YAML or JSON.")
    private Path file = Path.of("");

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "The policy that judges. Not needed if the tally names it or there is but one.")
    private @Nullable String policy;

    Constitution constitution() {
        return Documents.reading(file, () -> Documents.constitution(file));
    }

    /** The policy that was named, or all of them. */
    List<Policy> policies(Constitution constitution) {
        return policy == null ? constitution.policies() : List.of(named(constitution, policy));
    }

    /** Who judges polls: the policy that was named, or each poll's own. */
    Judges judges(Constitution constitution, Everywhere everywhere) {
        var installed = plugins.load(everywhere);
        return Documents.reading(
                file,
                () -> policy == null
                        ? Judges.of(constitution, installed)
                        : Judges.only(Judge.of(named(constitution, policy), installed)));
    }

    Judge judge(Policy judging, Everywhere everywhere) {
        var installed = plugins.load(everywhere);
        return Documents.reading(file, () -> Judge.of(judging, installed));
    }

    static List<Tally> tallies(Path file, Judges judges) {
        return Documents.reading(
                file, () -> TallyDocument.read(Documents.bytes(file)).tallies(judges));
    }

    static Tally tally(Path file, Judges judges) {
        return Documents.reading(
                file, () -> TallyDocument.read(Documents.bytes(file)).tally(judges));
    }

    /** The judge whom a poll names. */
    static Judge judge(Judges judges, Tally tally) {
        return judges.find(Optional.of(tally.policy())).orElseThrow();
    }

    /** An instant as typed, or a duration since another one. */
    static Instant instant(String typed, Instant since) {
        return Moments.read(typed, since)
                .orElseThrow(() -> new Usage(
                        "Neither an instant such as 2026-01-01T00:00:00Z nor a duration such as" + " P2D: " + typed));
    }

    static Policy named(Constitution constitution, String name) {
        return constitution
                .policy(name)
                .orElseThrow(() -> new Usage("There is no policy '" + name + "'; there are "
                        + String.join(
                                ", ",
                                constitution.policies().stream()
                                        .map(Policy::name)
                                        .toList())
                        + "."));
    }
}
