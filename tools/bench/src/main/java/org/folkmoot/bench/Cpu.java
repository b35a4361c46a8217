// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.folkmoot.backends.RunningProcess;
import org.folkmoot.cli.house.House;

/**
 * The processor time that the processes of the suite have had so far, in microseconds, read from /proc.
 *
 * @param threads that of the threads of the process that is looked at, by their names
 */
public record Cpu(Map<String, Long> processes, Map<String, Long> threads) {
    /** No time at all. */
    public static final Cpu NOTHING = new Cpu(Map.of(), Map.of());

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long MICROS_PER_TICK = 10_000;
    private static final int UTIME = 11;
    private static final int CHILDREN = 13;

    /** What these processes have had up to now; the threads are those of the first. */
    public static Cpu now(House house, List<String> names) {
        var processes = new LinkedHashMap<String, Long>();
        var threads = new TreeMap<String, Long>();
        for (var name : names)
            house.process(name).map(RunningProcess::pid).ifPresent(pid -> processes.put(name, family(pid)));
        house.process(names.getFirst()).map(RunningProcess::pid).ifPresent(pid -> threads(pid, threads));
        return new Cpu(processes, threads);
    }

    /** What they have had since an earlier moment. */
    public Cpu since(Cpu earlier) {
        return new Cpu(minus(processes, earlier.processes), minus(threads, earlier.threads));
    }

    /** A part of it. */
    public Cpu split(long parts) {
        return new Cpu(scaled(processes, 1, parts), scaled(threads, 1, parts));
    }

    /** What is left without what is taken anyway in each second of this time; less than nothing is nothing. */
    public Cpu without(Cpu eachSecond, long nanos) {
        var more = since(new Cpu(
                scaled(eachSecond.processes, nanos, NANOS_PER_SECOND),
                scaled(eachSecond.threads, nanos, NANOS_PER_SECOND)));
        more.processes.replaceAll((_, value) -> Math.max(0, value));
        more.threads.replaceAll((_, value) -> Math.max(0, value));
        return more;
    }

    private static Map<String, Long> scaled(Map<String, Long> values, long part, long whole) {
        var scaled = new TreeMap<String, Long>();
        values.forEach((name, value) -> scaled.put(name, value * part / whole));
        return scaled;
    }

    /** What all of them have had. */
    public long total() {
        return processes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What one process has had, with those that it started. */
    public long of(String process) {
        return processes.getOrDefault(process, 0L);
    }

    /** What threads of the service have had whose names begin so. */
    public long threads(String... prefixes) {
        return threads.entrySet().stream()
                .filter(thread -> Stream.of(prefixes).anyMatch(thread.getKey()::startsWith))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Long> minus(Map<String, Long> later, Map<String, Long> earlier) {
        var difference = new TreeMap<String, Long>();
        later.forEach((name, value) -> difference.put(name, value - earlier.getOrDefault(name, 0L)));
        return difference;
    }

    /** A process with those that it started, also those that have ended. */
    private static long family(long pid) {
        LongUnaryOperator alone = one -> {
            var fields = stat(Path.of("/proc", Long.toString(one), "stat"));
            return fields.length == 0 ? 0 : ticks(fields, UTIME);
        };
        var self = stat(Path.of("/proc", Long.toString(pid), "stat"));
        var offspring = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid)
                .map(alone)
                .sum();
        return ticks(self, UTIME) + ticks(self, CHILDREN) + offspring;
    }

    private static void threads(long pid, Map<String, Long> threads) {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            tasks.forEach(task -> {
                try {
                    var name = Files.readString(task.resolve("comm")).strip();
                    var fields = stat(task.resolve("stat"));
                    if (fields.length > 0) threads.merge(name, ticks(fields, UTIME), Long::sum);
                } catch (IOException _) {
                    // it ended while we looked
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(String[] fields, int from) {
        return (Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1])) * MICROS_PER_TICK;
    }

    /** The fields after the name, which is in parentheses and may itself hold spaces. */
    private static String[] stat(Path file) {
        try {
            var line = Files.readString(file);
            return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException _) {
            return new String[0];
        }
    }
}
