// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;

/**
 * The worked examples of one system, as a document tells them.
 *
 * @param system the name of the system
 * @param preset the name of the constitution that behaves like it
 * @param rows the examples, each with its single cases
 */
public record CaseFile(String system, String preset, List<Row> rows) {
    /**
     * One published example.
     *
     * @param name the id under which it is published, or what it is about
     * @param source where it is published
     * @param because why none of it is reproduced, if none is
     * @param cases its single cases
     */
    public record Row(String name, String source, Optional<String> because, List<Case> cases) {}

    /**
     * A single case.
     *
     * @param name what it is about
     * @param document what happened and what is expected
     */
    public record Case(String name, Map<String, Object> document) {}

    private static final List<String> ABOUT = List.of("row", "source", "because", "cases");
    private static final int MAX_WORDS = 1_000;

    public CaseFile {
        rows = List.copyOf(rows);
    }

    /** Reads a document, or throws {@link org.folkmoot.constitution.ConstitutionRefused} with everything wrong in it. */
    public static CaseFile read(byte[] yaml) {
        var document = Document.read(yaml);
        var complaints = document.secondLook();
        document.complaints().found().forEach(complaints::add);
        var root = document.root(complaints);
        var file = new CaseFile(
                root.need("system").text(),
                root.need("preset").text(),
                root.need("rows").list().stream()
                        .map(value -> row(value.section(), complaints))
                        .toList());
        root.finish();
        complaints.refuse();
        return file;
    }

    private static Row row(Section section, Complaints complaints) {
        var name = section.need("row").words(MAX_WORDS);
        var source = section.find("source").map(value -> value.words(MAX_WORDS)).orElse("");
        var because = section.find("because").map(value -> value.words(MAX_WORDS));
        var cases = section.find("cases").map(Value::list).orElse(List.of());
        var shared = new LinkedHashMap<>(section.rest());
        ABOUT.forEach(shared::remove);
        var read = new ArrayList<Case>();
        for (var value : cases) {
            var own = value.section();
            var title = own.need("case").words(MAX_WORDS);
            read.add(new Case(title, together(shared, own.rest())));
        }
        if (read.isEmpty() == because.isEmpty()) {
            complaints.error("bad-value", section.path(), "A row has cases, or says because of what it has none.");
        }
        return new Row(name, source, because, List.copyOf(read));
    }

    // What a row says holds for its cases; within sections, name by name.
    private static Map<String, Object> together(Map<String, Object> shared, Map<String, Object> own) {
        var all = new LinkedHashMap<>(shared);
        own.forEach((name, said) -> all.merge(name, said, CaseFile::together));
        return all;
    }

    private static Object together(Object shared, Object own) {
        if (!(shared instanceof Map<?, ?> around) || !(own instanceof Map<?, ?> inner)) {
            return own;
        }
        var all = new LinkedHashMap<Object, Object>(around);
        all.putAll(inner);
        return all;
    }
}
