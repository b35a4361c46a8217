// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/**
 * A setting that a plugin takes.
 *
 * @param name the key in the constitution
 * @param kind what may be written there: {@code text}, {@code whole number}, {@code fails or passes}
 * @param optional whether it may be left out
 */
public record SettingWord(String name, String kind, boolean optional) {}
