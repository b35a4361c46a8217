// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.Section;

/**
 * A published example of which all cases are wanted.
 *
 * @param id its id
 * @param system the group under which it is published
 * @param parts how many single cases it has at least
 */
public record Wanted(String id, String system, int parts) {
    /** Reads a JSON list of examples with {@code id}, {@code group} and {@code expected}; semicolons part single cases. */
    public static List<Wanted> read(byte[] json) {
        var document = Document.read(("{\"examples\":" + new String(json, UTF_8) + "}").getBytes(UTF_8));
        var complaints = document.secondLook();
        document.complaints().found().forEach(complaints::add);
        var read = document.root(complaints).need("examples").list().stream()
                .map(value -> one(value.section()))
                .toList();
        complaints.refuse();
        return read;
    }

    private static Wanted one(Section example) {
        var expected = example.need("expected").text();
        return new Wanted(example.need("id").text(), example.need("group").text(), expected.split(";", -1).length);
    }
}
