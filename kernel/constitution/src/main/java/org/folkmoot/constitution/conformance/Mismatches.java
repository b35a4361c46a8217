// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.policy.Fraction;

/** Compares what is expected with what is, and collects the differences in words. */
final class Mismatches {
    private final List<String> found = new ArrayList<>();

    List<String> found() {
        return found;
    }

    void add(String what) {
        found.add(what);
    }

    /** Compares a word, if one is expected. */
    void text(Section expected, String name, Optional<String> actual) {
        expected.find(name).ifPresent(value -> same(name, value.data().toString(), actual.orElse("none")));
    }

    /** Compares a number with what was published of it. */
    void number(String name, Value expected, Optional<Fraction> within, Optional<Fraction> actual) {
        var published = Decimals.parse(expected.data().toString());
        var matches = actual.filter(
                        is -> within.map(most -> published.within(is, most)).orElseGet(() -> published.is(is)))
                .isPresent();
        if (!matches) {
            same(
                    name,
                    expected.data().toString(),
                    actual.map(Fraction::toString).orElse("none"));
        }
    }

    void same(String name, String expected, String actual) {
        if (!expected.equals(actual)) {
            found.add(name + " is " + actual + ", expected " + expected);
        }
    }
}
