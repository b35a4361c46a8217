// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/**
 * A rule and the name that a trace gives it.
 *
 * @param name the name: {@code quorum}, {@code approval}, {@code veto}, or the plugin's id
 * @param rule the rule
 * @param blocks whether the proposal fails where the rule is met, as with a veto, rather than where it is not
 */
public record NamedRule(String name, PluginCall rule, boolean blocks) {
    /** A rule that must be met. */
    public static NamedRule required(String name, PluginCall rule) {
        return new NamedRule(name, rule, false);
    }

    /** A rule that must not be met. */
    public static NamedRule blocking(String name, PluginCall rule) {
        return new NamedRule(name, rule, true);
    }
}
