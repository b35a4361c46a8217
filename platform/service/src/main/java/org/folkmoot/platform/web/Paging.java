// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.hibernate.validator.constraints.Length;
import org.jspecify.annotations.Nullable;

/** What a caller says about the page that is wanted; a resource takes it as {@code @BeanParam @Valid}. */
public class Paging {
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(Page.MOST)
    int limit;

    @QueryParam("after")
    @Length(max = 512)
    @Nullable String after;

    /** How many items the page has at most. */
    public int limit() {
        return limit;
    }

    /** How many rows to read: one more, to see whether another page follows. */
    public int rows() {
        return limit + 1;
    }

    /** The key of the last item of the page before; empty for the first page. */
    public Optional<String> after() {
        return Optional.ofNullable(after).map(Cursor::key);
    }
}
