// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/**
 * Who may vote together, and with which power.
 *
 * @param name its name
 * @param who the condition that its members satisfy
 * @param power the plugin that weighs them
 */
public record Body(String name, Who who, PluginCall power) {}
