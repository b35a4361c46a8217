// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.folkmoot.record.Json;

/**
 * One thing that two constitutions say differently.
 *
 * @param path where, with policies under their names
 * @param kind in which way
 * @param before what was said; nothing if it is new or only stands elsewhere
 * @param after what is said; nothing if it is gone or only stands elsewhere
 * @param words the difference as people say it
 */
public record Difference(String path, Kind kind, Optional<Json> before, Optional<Json> after, String words) {
    /** In which way two constitutions differ. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** A policy stands elsewhere in the order. */
        MOVED
    }

    /** The difference as data. */
    public Json.Obj json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("path", path);
        json.put("kind", Words.word(kind));
        before.ifPresent(value -> json.put("before", value));
        after.ifPresent(value -> json.put("after", value));
        json.put("words", words);
        return Json.object(json);
    }
}
