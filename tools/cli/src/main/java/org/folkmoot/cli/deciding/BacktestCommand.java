// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.PluginsOption;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.course.Backtest;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Judges;
import org.folkmoot.constitution.course.Replay;
import org.folkmoot.constitution.course.TallyDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a community's past polls would have come to under a constitution that it does not have yet. */
@Command(
        name = "backtest",
        description =
                "Decide past polls once more under a candidate: what flips, what was out of reach, who is pivotal.")
public final class BacktestCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Parameters(paramLabel = "CANDIDATE", description = "The constitution that is thought of, YAML or JSON.")
    private Path candidate = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "FILE|URL",
            arity = "1..*",
            description = "Past polls: tally documents, lines of JSON (.jsonl) or tables (.csv), or a voting service.")
    private List<String> against = new ArrayList<>();

    @Option(
            names = "--community",
            paramLabel = "ID",
            description = "The community whose polls are read from the voting service: that of the running suite, if"
                    + " --against names none.")
    private @Nullable String community;

    @Option(names = "--policy", paramLabel = "NAME", description = "Judge all of them by this policy.")
    private @Nullable String policy;

    @Option(
            names = "--current",
            paramLabel = "FILE",
            description = "The present constitution: says what stopped polls that would pass, and who becomes pivotal.")
    private @Nullable Path current;

    @Override
    public void run() {
        var installed = plugins.load(everywhere);
        var constitution = Documents.reading(candidate, () -> Documents.constitution(candidate));
        var judges = Documents.reading(candidate, () -> judges(constitution, installed));
        var present = Optional.ofNullable(current)
                .map(file -> Documents.reading(file, () -> Judges.of(Documents.constitution(file), installed)));
        var replays = new Replays(judges, present);
        read(replays);
        var report = replays.backtest.report();
        everywhere.print(BacktestReport.json(constitution, report), BacktestReport.words(report));
    }

    private Judges judges(Constitution constitution, Plugins installed) {
        return policy == null
                ? Judges.of(constitution, installed)
                : Judges.only(Judge.of(Rulebook.named(constitution, policy), installed));
    }

    private void read(Replays replays) {
        if (against.isEmpty() && community == null) {
            throw new Usage("Past polls are missing: --against or --community.");
        }
        var services = against.stream()
                .filter(BacktestCommand::isService)
                .map(URI::create)
                .toList();
        if (!services.isEmpty() && community == null) {
            throw new Usage("A voting service needs the community whose polls are read: --community.");
        }
        against.stream()
                .filter(named -> !isService(named))
                .map(Path::of)
                .forEach(file -> PastPolls.read(file, replays::take));
        if (community != null) {
            var id = Everywhere.hash(community);
            var addresses = services.isEmpty() ? List.of(everywhere.suite().voting()) : services;
            try (var api = new Api()) {
                addresses.forEach(address ->
                        new CommunityPolls(api, address).read(id, replays::take, replays.backtest::leaveTogether));
            }
        }
    }

    private static boolean isService(String named) {
        return named.startsWith("http://") || named.startsWith("https://");
    }

    /** Decides one poll after the other. */
    private record Replays(Judges judges, Optional<Judges> present, Backtest backtest) {
        Replays(Judges judges, Optional<Judges> present) {
            this(judges, present, new Backtest());
        }

        // A policy that the candidate does not have any more judges nothing.
        void take(Path place, TallyDocument document) {
            if (document.policy().isPresent() && judges.find(document.policy()).isEmpty()) {
                backtest.skip();
                return;
            }
            var tallies = Documents.reading(place, () -> document.tallies(judges));
            for (var i = 0; i < tallies.size(); i++) {
                var tally = tallies.get(i);
                var replay = Replay.of(Rulebook.judge(judges, tally), tally);
                if (present.isEmpty()) {
                    backtest.add(replay);
                } else {
                    var then = present.get();
                    var same = Documents.reading(place, () -> document.tallies(then))
                            .get(i);
                    backtest.add(replay, Replay.of(Rulebook.judge(then, same), same));
                }
            }
        }
    }
}
