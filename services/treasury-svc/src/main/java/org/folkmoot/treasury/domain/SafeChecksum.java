// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.folkmoot.record.Json;
import org.folkmoot.record.Keccak;

/**
 * The checksum of a batch as Safe's Transaction Builder computes it: Keccak-256 of the batch in a form of its own, in which the
 * names of an object come before its values and the batch has no name.
 */
final class SafeChecksum {
    private static final String META = "meta";
    private static final String NAME = "name";

    private SafeChecksum() {}

    /** The checksum of a batch that has none yet. */
    static String of(Json.Obj batch) {
        var text = text(batch, "");
        return "0x" + HexFormat.of().formatHex(Keccak.of(text.getBytes(UTF_8)));
    }

    private static String text(Json json, String within) {
        return switch (json) {
            case Json.Obj object -> {
                var members = new TreeMap<>(object.members());
                var text = new StringBuilder("{").append(names(List.copyOf(members.keySet())));
                members.forEach((name, value) -> text.append(
                                within.equals(META) && name.equals(NAME) ? "null" : text(value, name))
                        .append(','));
                yield text.append('}').toString();
            }
            case Json.Arr array ->
                array.items().stream().map(item -> text(item, "")).collect(Collectors.joining(",", "[", "]"));
            case Json.Str _, Json.Int _, Json.Bool _ -> json.canonicalText();
        };
    }

    private static String names(List<String> names) {
        var quoted = new ArrayList<String>();
        for (var name : names) quoted.add("\"" + name + "\"");
        return "[" + String.join(",", quoted) + "]";
    }
}
