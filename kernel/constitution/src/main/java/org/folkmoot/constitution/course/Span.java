// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** An instant of which only the earliest and the latest are known, or which is known exactly if both are the same. */
record Span(Instant earliest, Instant latest) {
    static Span of(Instant at) {
        return new Span(at, at);
    }

    boolean known() {
        return earliest.equals(latest);
    }

    Span plus(Duration least, Duration most) {
        return new Span(earliest.plus(least), latest.plus(most));
    }

    /** The span that holds both. */
    Span with(Span other) {
        return new Span(earlier(earliest, other.earliest), later(latest, other.latest));
    }

    Span notBefore(Span other) {
        return new Span(later(earliest, other.earliest), later(latest, other.latest));
    }

    Span notAfter(Span other) {
        return new Span(earlier(earliest, other.earliest), earlier(latest, other.latest));
    }

    /** Gives the instant, or the earliest and the latest with words that say so. */
    void each(BiConsumer<Instant, String> taking) {
        if (known()) {
            taking.accept(earliest, "");
        } else {
            taking.accept(earliest, " (At the earliest.)");
            taking.accept(latest, " (At the latest.)");
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
