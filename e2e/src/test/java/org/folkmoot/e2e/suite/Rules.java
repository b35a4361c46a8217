// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.folkmoot.constitution.Constitution;

/** The constitution of a test's community: a file beside the tests in which words stand for what differs. */
public record Rules(String yaml) {

    /** The rules of this file. */
    public static Rules of(String file) {
        try (var stream = Rules.class.getResourceAsStream("/" + file)) {
            if (stream == null) throw new IllegalArgumentException("no resource " + file);
            return new Rules(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same with something else in the place of a word. */
    public Rules with(String word, Object value) {
        if (!yaml.contains(word)) throw new IllegalArgumentException("the rules have no " + word);
        return new Rules(yaml.replace(word, value.toString()));
    }

    /** What is signed. */
    @SuppressWarnings("unchecked") // the keys of an object are texts
    public Map<String, Object> document() {
        return (Map<String, Object>) constitution().json().plain();
    }

    /** The rules as the services read them. */
    public Constitution constitution() {
        return Constitution.read(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
