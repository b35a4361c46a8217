// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.constitution.course.Explanation;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Tally;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides a poll that a file tells of, and says why; or many polls by many policies, as a table. */
@Command(
        name = "decide",
        description = {
            "Decide what a poll comes to, and explain it: every rule with its sum, and what would have turned it.",
            "Exit code 0 when it could be decided either way, 2 when a file is not in order."
        })
public final class DecideCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private Rulebook rules = new Rulebook();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(
            names = "--at",
            paramLabel = "INSTANT|DURATION",
            description = "When, or how long after the submission. Default: when no ballot can change it any more.")
    private @Nullable String at;

    static final class What {
        @Option(names = "--tally", paramLabel = "FILE", description = "What was counted, YAML or JSON.")
        private @Nullable Path tally;

        @Option(
                names = "--tallies",
                paramLabel = "FILE",
                description = "Several polls: a table of what every policy makes of each.")
        private @Nullable Path tallies;
    }

    @Override
    public void run() {
        var constitution = rules.constitution();
        if (what.tallies != null) {
            var table = new Table(what.tallies);
            rules.policies(constitution).forEach(policy -> table.add(rules.judge(policy, everywhere), this::explain));
            everywhere.print(table.json(), table.lines());
            return;
        }
        var judges = rules.judges(constitution, everywhere);
        var file = requireNonNull(what.tally);
        var tally = Rulebook.tally(file, judges);
        var explanation = explain(Rulebook.judge(judges, tally), tally);
        everywhere.print(
                new ExplainedJson(constitution).of(explanation), new ExplainedWords(constitution).of(explanation));
    }

    private Explanation explain(Judge judge, Tally tally) {
        return at == null
                ? Explanation.of(judge, tally)
                : Explanation.of(
                        judge, tally, Rulebook.instant(at, tally.history().submittedAt()));
    }
}
