// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The levels of an order as PrefLib writes them: {@code 1,{2,3}}. */
final class Levels {
    private Levels() {}

    /** What stands between commas: an alternative, or some in curly brackets, also none. */
    static List<List<Integer>> of(String order, Map<Long, Integer> numbers, Lines lines) {
        var levels = new ArrayList<List<Integer>>();
        var seen = new HashSet<Integer>();
        var open = new ArrayList<Integer>();
        var together = false;
        for (var part : order.replace("{", "{,").replace("}", ",}").split(",")) {
            var mark = part.strip();
            switch (mark) {
                case "" -> {}
                case "{" -> together = true;
                case "}" -> {
                    levels.add(List.copyOf(open));
                    open.clear();
                    together = false;
                }
                default -> {
                    var option = option(mark, numbers, lines);
                    if (!seen.add(option)) {
                        throw lines.bad("alternative " + mark + " stands there twice");
                    }
                    if (together) {
                        open.add(option);
                    } else {
                        levels.add(List.of(option));
                    }
                }
            }
        }
        if (together) {
            throw lines.bad("a level that begins with { ends with }");
        }
        return levels;
    }

    private static int option(String mark, Map<Long, Integer> numbers, Lines lines) {
        var option = numbers.get(lines.whole(mark, "an alternative"));
        if (option == null) {
            throw lines.bad("there is no alternative " + mark);
        }
        return option;
    }
}
