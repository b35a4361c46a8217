// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list, and where the next one begins if there is one.
 *
 * <p>A service reads one row more than the caller asked for: if it comes, there is a next page.
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> next) {
    /** The most items on one page. */
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** The page of the first {@code limit} rows; a cursor follows only if there were more. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, String> key, Function<R, T> item) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next =
                rows.size() > limit ? Optional.of(Cursor.after(key.apply(shown.getLast()))) : Optional.<String>empty();
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
