// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.hibernate.validator.constraints.Length;
import org.jspecify.annotations.Nullable;

/** What a caller says about the page that is wanted; a resource takes it as {@code @BeanParam @Valid}. */
public class Paging {
    @QueryParam("limit")
    @DefaultValue("50")
    @Pattern(regexp = "[1-9][0-9]?|1[0-9]{2}|200", message = "must be a number from 1 to 200")
    String limit = ""; // as text, because JAX-RS calls a number that is none 404

    @QueryParam("after")
    @Length(max = 512)
    @Nullable
    String after;

    /** How many items the page has at most. */
    public int limit() {
        return Integer.parseInt(limit);
    }

    /** How many rows to read: one more, to see whether another page follows. */
    public int rows() {
        return limit() + 1;
    }

    /** The key of the last item of the page before; empty for the first page. */
    public Optional<String> after() {
        return Optional.ofNullable(after).map(Cursor::key);
    }

    /** The same, where the key is a hash. */
    public Optional<Hash> afterHash() {
        try {
            return after().map(Hash::parse);
        } catch (IllegalArgumentException _) {
            throw new MalformedCursor();
        }
    }

    /** The same, where the key is a number; {@code otherwise} for the first page. */
    public long afterNumber(long otherwise) {
        try {
            return after().map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException _) {
            throw new MalformedCursor();
        }
    }
}
