// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.csv.CsvLine;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Quotas;
import org.folkmoot.sortition.Quotas.Bounds;
import org.folkmoot.sortition.Reveal;
import org.folkmoot.sortition.Seed;
import org.folkmoot.sortition.Sortition;

/**
 * A draw as it is written down: from whom, how many, with which quotas, and what those who make the seed have said so far.
 *
 * @param committers who may make the seed; nobody, if that is not said beforehand
 * @param number the round in which they make it
 * @param commitments what each of them committed to
 * @param reveals what each of them revealed, in hex
 */
record DrawFile(
        String title,
        int seats,
        List<Person> pool,
        Quotas quotas,
        List<String> committers,
        int number,
        Map<String, String> commitments,
        Map<String, String> reveals) {
    private static final int MAX_WORDS = 200;
    private static final int MAX_SEATS = 100_000;

    /** Reads a draw, or says every place that is wrong. The pool lies beside it. */
    static DrawFile read(Path file) {
        return Documents.reading(file, () -> checked(file));
    }

    private static DrawFile checked(Path file) {
        var document = Document.read(Documents.bytes(file));
        var root = document.root(document.complaints());
        var title = root.need("draw").words(MAX_WORDS);
        var seats = (int) root.need("seats").integer(1, MAX_SEATS);
        var pool = root.need("pool").words(MAX_WORDS);
        var quotas = new Quotas(root.find("quotas").map(DrawFile::quotas).orElse(Map.of()));
        var committers = root.find("committers").map(DrawFile::names).orElse(List.of());
        var number = root.find("round")
                .map(round -> (int) round.integer(Draw.FIRST, MAX_SEATS))
                .orElse(Draw.FIRST);
        var commitments = root.find("commitments").map(DrawFile::hexes).orElse(Map.of());
        var reveals = root.find("reveals").map(DrawFile::hexes).orElse(Map.of());
        root.finish();
        document.complaints().refuse();
        return new DrawFile(
                title, seats, pool(file.resolveSibling(pool)), quotas, committers, number, commitments, reveals);
    }

    private static List<String> names(Value said) {
        return said.list().stream().map(name -> name.words(MAX_WORDS)).toList();
    }

    private static Map<String, Map<String, Bounds>> quotas(Value said) {
        var quotas = new LinkedHashMap<String, Map<String, Bounds>>();
        for (var stratum : said.section().all()) {
            var bounds = new LinkedHashMap<String, Bounds>();
            for (var property : stratum.getValue().section().all())
                bounds.put(property.getKey(), bounds(property.getValue()));
            quotas.put(stratum.getKey(), bounds);
        }
        return quotas;
    }

    private static Bounds bounds(Value said) {
        var both = said.list();
        if (both.size() != 2) return said.bad("A quota is [from, to].", "", new Bounds(0, 0));
        var least = (int) both.get(0).integer(0, MAX_SEATS);
        return new Bounds(least, (int) both.get(1).integer(least, MAX_SEATS));
    }

    private static Map<String, String> hexes(Value said) {
        var hexes = new TreeMap<String, String>();
        Section section = said.section();
        for (var entry : section.all()) {
            var hex = entry.getValue().words(MAX_WORDS);
            if (!hex.matches("[0-9a-f]{64}")) entry.getValue().bad("32 bytes in lower-case hex are expected.", "", "");
            hexes.put(entry.getKey(), hex);
        }
        return hexes;
    }

    private static List<Person> pool(Path file) {
        var lines = Documents.text(file).lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) throw new Usage("The pool " + file + " is empty.");
        var names = CsvLine.cells(lines.getFirst());
        if (!names.getFirst().equals("id")) throw new Usage("The first column of " + file + " is called 'id'.");
        var pool = new ArrayList<Person>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = CsvLine.cells(line);
            if (cells.size() != names.size())
                throw new Usage(
                        "A line of " + file + " has " + cells.size() + " of " + names.size() + " cells: " + line);
            var properties = new LinkedHashMap<String, String>();
            for (int i = 1; i < cells.size(); i++) properties.put(names.get(i), cells.get(i));
            pool.add(new Person(cells.getFirst(), properties));
        }
        return pool;
    }

    /**
     * What a commitment is for: the hash of all that is drawn from, so that nobody can change the pool or a quota when the
     * first value is known.
     */
    String id() {
        var draw = new Draw(title, seats, pool, quotas, new TreeSet<>(committers));
        return Hash.of(Json.object(draw.said()).canonical()).hex();
    }

    /** What values are committed for in this round. */
    String round() {
        return Draw.round(id(), number);
    }

    /** The seed that all of them made together. */
    Seed seed() {
        if (!committers.isEmpty() && !committers.containsAll(commitments.keySet()))
            throw new IllegalArgumentException("somebody committed who is not among those who may make the seed");
        var round = round();
        return Seed.of(
                commitments,
                reveals.entrySet().stream()
                        .map(reveal -> new Reveal(round, reveal.getKey(), reveal.getValue()))
                        .toList());
    }

    Sortition sortition() {
        return Sortition.of(pool, seats, quotas);
    }
}
