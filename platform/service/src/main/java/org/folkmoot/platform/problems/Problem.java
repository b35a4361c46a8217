// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a request was refused, as RFC 9457 writes it. The refusal's name is the problem's type and its parts are the
 * problem's members; a part that is called {@code detail} is the detail.
 *
 * @param type {@code urn:folkmoot:problem:} and the refusal's name
 * @param title the refusal's name as words
 * @param status the HTTP status
 */
@JsonPropertyOrder({"type", "title", "status"})
public record Problem(
        String type,
        String title,
        int status,
        @JsonUnwrapped Record refusal) {
    /** What the type of every problem begins with. */
    public static final String TYPE = "urn:folkmoot:problem:";

    /** A problem with a status that few refusals have. */
    public static Problem of(int status, Record refusal) {
        var words = refusal.getClass().getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
        return new Problem(
                TYPE
                        + Arrays.stream(words)
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("-")),
                String.join(" ", words),
                status,
                refusal);
    }
}
