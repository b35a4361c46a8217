// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.HashSet;
import java.util.List;

/** Reads the order of policies from the strictest on. Whether there are such policies, {@link CheckOrder} says. */
final class OrderReader {
    private OrderReader() {}

    static List<String> names(Value value) {
        var said = value.list();
        if (value.isList() && said.isEmpty()) {
            value.bad("An order names at least one policy.", "", "");
        }
        if (said.size() > PolicyReader.MAX_POLICIES) {
            value.bad("There are more than " + PolicyReader.MAX_POLICIES + " names.", "", "");
        }
        var before = new HashSet<String>();
        for (var name : said) {
            SectionsReader.checkName(name);
            if (name.isText() && !before.add(name.text())) {
                name.complain("duplicate-name", "'" + name.text() + "' has a place before.");
            }
        }
        return said.stream().map(Value::text).toList();
    }
}
