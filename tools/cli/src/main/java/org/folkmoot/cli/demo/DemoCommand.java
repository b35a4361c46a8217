// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.ExitCodes;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a real election as a community would, on servers of its own that are gone afterwards. */
@Command(
        name = "demo",
        description = {
            "Run a real election as a community would: found, register, propose, vote, decide, enact.",
            "Everything runs on this machine, on throw-away data and free ports. Exit code 0 only if every check holds."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String LARGE = "minneapolis-2013";
    private static final String SMALL = "salt-lake-city-2025";

    @Option(
            names = "--json",
            description = "End with one JSON object on standard output; the rest goes to standard error.")
    private boolean json;

    @Option(names = "--small", description = "A smaller real election, in seconds.")
    private boolean small;

    @Option(names = "--keep", description = "Leave the suite running afterwards, and say where.")
    private boolean keep;

    @Override
    public Integer call() {
        // System.out belongs to the JSON when there is one.
        var out = json ? System.err : System.out;
        var progress = new Progress(out);
        var figures = new Figures();
        var total = new Stopwatch();
        var example = Example.read(Home.find().resolve("examples").resolve(small ? SMALL : LARGE));
        progress.say(
                "Folkmoot runs " + example.name() + ": " + example.choices().size() + " real ballots");
        try (var house = House.start(Options.throwAway(Home.find()), progress::say)) {
            run(house, example, progress, figures);
            figures.put("rssMiB", house.rssMiB());
            figures.put("total_s", total.seconds());
            if (keep) house.leave();
        }
        return end(out, progress, figures);
    }

    private static void run(House house, Example example, Progress progress, Figures figures) {
        var verifyPerSecond = VerifySpeed.perSecond();
        figures.put("verifyPerSecond", verifyPerSecond);
        progress.say("This machine verifies " + verifyPerSecond + " bare signatures a second");
        var members = Electorate.of(example.choices().size());
        try (var api = new Api()) {
            new DemoRun(api, house.suite(), example, members, progress, figures).run(verifyPerSecond);
        }
    }

    private int end(PrintStream out, Progress progress, Figures figures) {
        var holds = progress.broken().isEmpty();
        figures.put("ok", holds);
        out.println(holds ? "Every check held." : "These checks did not hold: " + String.join("; ", progress.broken()));
        if (json) System.out.println(figures.json());
        else figures.print(out);
        return holds ? ExitCodes.OK : ExitCodes.FAILED;
    }
}
