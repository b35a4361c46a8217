// SPDX-License-Identifier: Apache-2.0
/**
 * Decides how the policies of third parties come in: which jars are loaded, what their classes see, and that whatever
 * their code does, the program around it gets an answer or a {@link org.folkmoot.constitution.PluginFailed}.
 */
@NullMarked
package org.folkmoot.plugins;

import org.jspecify.annotations.NullMarked;
