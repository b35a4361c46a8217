// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.folkmoot.cli.client.ExitCodes;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.tally.TallyRow.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts ballots from files and prints the answer beside the expected one. */
@Command(
        name = "tally",
        description = {
            "Count ballots from files, without any service, and compare with the answer that was published.",
            "Exit code 1 when an answer differs, 2 when a file cannot be read, 3 when a method or parameter is not supported."
        })
public final class TallyCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 160;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Cases (.json), or ballots: .csv .soi .soc .toi .toc .cat .pb .blt")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print one list of all checks as JSON.")
    private boolean json;

    @Option(names = "--rounds", description = "Print how each answer came about.")
    private boolean rounds;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Count by this method, for files that do not ask for one.")
    private @Nullable String method;

    @Option(names = "--seats", paramLabel = "N", description = "How many seats there are.")
    private @Nullable Integer seats;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the method, such as overvoteRule=exhaustImmediately.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin
    private BallotWords words = new BallotWords();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var asked = new AskedCheck(method, seats, set);
        var rows = new ArrayList<TallyRow>();
        var cases = 0;
        for (var file : files) {
            try {
                for (var counted : CaseFiles.read(file, asked, words, read -> tell(file, read))) {
                    cases++;
                    for (var check : counted.checks()) {
                        rows.add(TallyRow.of(counted, new TallyCheck(check)));
                    }
                }
            } catch (Usage e) {
                // One file that cannot be read takes no answer from the others; whether it was the only one, the code
                // says.
                if (files.size() == 1 && !json) throw e;
                rows.add(TallyRow.unreadable(String.valueOf(file.getFileName()), String.valueOf(e.getMessage())));
            }
        }
        var out = out();
        if (json) {
            out.println(json(rows).toPrettyString());
        } else {
            rows.forEach(row -> print(row, out, rounds || rows.size() == 1));
            out.println(summary(rows, cases));
        }
        out.flush();
        return code(rows);
    }

    private void tell(Path file, long read) {
        if (spec != null) {
            spec.commandLine().getErr().println(file.getFileName() + ": " + read + " rows read …");
            spec.commandLine().getErr().flush();
        }
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("a command is run from the command line");
        }
        return spec.commandLine().getOut();
    }

    private static void print(TallyRow row, PrintWriter out, boolean whole) {
        var name = row.name().isEmpty() || row.name().equals(row.counted()) ? "" : " (" + row.name() + ")";
        var said = row.state() == State.AGREES || row.state() == State.COUNTED ? shown(row.got()) : row.reason();
        out.println("%-13s  %s  %s%s  %s".formatted(row.state().words, row.counted(), row.method(), name, said));
        if (whole) {
            row.words().forEach(line -> out.println("    " + line));
        }
        if (row.state() == State.DIFFERS && whole) {
            out.println("    got       " + row.got());
            out.println("    expected  " + row.expected());
        }
    }

    private static String shown(JsonNode got) {
        var first = got.has("winners") ? got.path("winners") : got.has("elected") ? got.path("elected") : got;
        var text = first.toString();
        return text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text;
    }

    private static String summary(List<TallyRow> rows, int cases) {
        var agree = count(rows, State.AGREES);
        var counted = count(rows, State.COUNTED);
        var asked = rows.size() - counted - count(rows, State.UNREADABLE);
        var words = new ArrayList<String>();
        if (asked > 0 || counted == 0) {
            words.add("%d of %d checks agree in %d %s".formatted(agree, asked, cases, cases == 1 ? "case" : "cases"));
        }
        if (counted > 0) {
            words.add(counted + " counted, with nothing to compare");
        }
        if (count(rows, State.DIFFERS) > 0) {
            words.add(count(rows, State.DIFFERS) + " differ");
        }
        if (count(rows, State.UNREADABLE) > 0) {
            words.add(count(rows, State.UNREADABLE) + " cannot be read");
        }
        if (count(rows, State.NOT_SUPPORTED) > 0) {
            words.add(count(rows, State.NOT_SUPPORTED) + " are not supported");
        }
        return String.join("; ", words);
    }

    private static long count(List<TallyRow> rows, State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    private static ArrayNode json(List<TallyRow> rows) {
        var list = JSON.createArrayNode();
        for (var row : rows) {
            var one = list.addObject()
                    .put("case", row.counted())
                    .put("name", row.name())
                    .put("method", row.method())
                    .put("agrees", row.state() == State.AGREES)
                    .put("supported", row.state() != State.NOT_SUPPORTED && row.state() != State.UNREADABLE)
                    .put("reason", row.reason());
            one.set("got", row.got());
            if (row.expected().isMissingNode()) {
                one.putNull("expected");
            } else {
                one.set("expected", row.expected());
            }
            var words = one.putArray("words");
            row.words().forEach(words::add);
        }
        return list;
    }

    private static int code(List<TallyRow> rows) {
        if (count(rows, State.UNREADABLE) > 0) {
            return ExitCodes.USAGE;
        }
        if (count(rows, State.NOT_SUPPORTED) > 0) {
            return ExitCodes.NOT_SUPPORTED;
        }
        return count(rows, State.DIFFERS) > 0 ? ExitCodes.FAILED : ExitCodes.OK;
    }
}
