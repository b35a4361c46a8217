// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/**
 * Who may vote together, and with which power.
 *
 * @param name its name
 * @param who the condition that its members satisfy
 * @param power the plugin that weighs them
 * @param least the power that it is never meant to have less of: rules need not be reachable below
 */
public record Body(String name, Who who, PluginCall power, long least) {
    /** A body of which nothing else is said. */
    public Body(String name, Who who, PluginCall power) {
        this(name, who, power, 1);
    }
}
