// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/**
 * A rule that a constitution can name.
 *
 * <p>It is found by its line in {@code META-INF/services}, has a public constructor without arguments, keeps no state
 * and reads no clock, no file and no random source: the same input gives the same answer on every machine, forever.
 *
 * @param <S> its settings: a record whose components are the keys that a constitution may write
 */
public interface Plugin<S extends Record> {
    /** The name by which a constitution asks for it, in kebab-case: {@code instant-runoff}. */
    String id();

    /**
     * The record that its settings are bound to; the names of the components are the keys.
     *
     * <p>A component is a {@code String}, {@code long}, {@code boolean}, {@link Fraction}, {@link java.time.Duration},
     * an enum, a {@link Threshold}, a {@code List<String>}, a record of these, or an {@code Optional} of one of these (with {@code Long} and {@code Boolean}
     * for the two primitives). A key that is left out binds to an empty {@code Optional} and is refused everywhere
     * else; an unknown key is always refused. An enum constant {@code SKIP_TO_NEXT} is written {@code skip-to-next}. A
     * single text where a list is asked for is a list of one. The record's constructor refuses settings that make no
     * sense with an {@link IllegalArgumentException} whose message is shown to the author of the constitution.
     */
    Class<S> settingsType();
}
