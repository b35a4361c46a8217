// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was tried.
 *
 * @param rows in the order of the files
 * @param wanted the published examples that had to be among them
 * @param missing which of these have neither cases nor a reason, or fewer cases than they are published with
 */
public record Report(List<Row> rows, List<Wanted> wanted, List<String> missing) {
    /** A case and what came of it; {@code mismatches} is empty where it came out as expected here. */
    public record Tried(String name, List<String> mismatches, Optional<Deliberate> deliberate) {
        /** Whether it comes out as that system has it. */
        public boolean reproduced() {
            return mismatches.isEmpty() && deliberate.isEmpty();
        }
    }

    /**
     * A published example and what came of its cases.
     *
     * @param name its id, or what it is about
     * @param system the system that it is of
     * @param source where it is published; empty if its id says so
     * @param because why none of it is reproduced, if none is
     * @param cases its single cases
     */
    public record Row(String name, String system, String source, Optional<String> because, List<Tried> cases) {
        /** How many single cases come out as that system has them. */
        public long reproduced() {
            return cases.stream().filter(Tried::reproduced).count();
        }

        /** Whether every case came out as expected here. */
        public boolean holds() {
            return cases.stream().allMatch(one -> one.mismatches().isEmpty());
        }

        /** Whether all of it is as that system has it. */
        public boolean whole() {
            return because.isEmpty() && reproduced() == cases.size();
        }
    }

    public Report {
        rows = List.copyOf(rows);
        wanted = List.copyOf(wanted);
        missing = List.copyOf(missing);
    }

    /** Whether nothing is missing and everything came out as expected. */
    public boolean holds() {
        return missing.isEmpty() && rows.stream().allMatch(Row::holds);
    }

    /** The rows that were wanted, in the order of their publication; all of them, if none was. */
    public List<Row> published() {
        return rows.stream()
                .filter(row -> wanted.isEmpty()
                        ? row.source().isEmpty()
                        : wanted.stream().anyMatch(one -> one.id().equals(row.name())))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** The other rows. */
    public List<Row> further() {
        var published = published();
        return rows.stream().filter(row -> !published.contains(row)).toList();
    }

    /** The table for people: a line for each row, and below it what is not reproduced or did not hold. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        published().forEach(row -> lines.addAll(lines(row)));
        further().forEach(row -> lines.addAll(lines(row)));
        missing.forEach(what -> lines.add("MISSING " + what));
        lines.add(sum("published examples", published()));
        lines.add(sum("further examples", further()));
        return lines;
    }

    private static List<String> lines(Row row) {
        var lines = new ArrayList<String>();
        lines.add("%-42s %-22s %s"
                .formatted(
                        row.name(),
                        row.system(),
                        row.reproduced() + " of " + row.cases().size()));
        row.because().ifPresent(because -> lines.add("    deliberately not reproduced: " + because));
        for (var one : row.cases()) {
            one.mismatches().forEach(what -> lines.add("    FAILS " + one.name() + ": " + what));
            one.deliberate()
                    .ifPresent(said -> lines.add("    deliberately not: " + one.name() + " (theirs: " + said.theirs()
                            + "), because " + said.because()));
        }
        return lines;
    }

    private static String sum(String what, List<Row> rows) {
        var cases = rows.stream().mapToLong(row -> row.cases().size()).sum();
        var reproduced = rows.stream().mapToLong(Row::reproduced).sum();
        var failed = rows.stream()
                .flatMap(row -> row.cases().stream())
                .filter(one -> !one.mismatches().isEmpty())
                .count();
        return rows.stream().filter(Row::whole).count() + " of " + rows.size() + " " + what + " reproduced whole; "
                + reproduced + " of " + cases + " single cases, " + (cases - reproduced - failed)
                + " deliberately not, " + failed + " failed.";
    }
}
