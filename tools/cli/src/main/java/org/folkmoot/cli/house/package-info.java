// SPDX-License-Identifier: Apache-2.0
/**
 * Decides how the whole suite runs on one machine: which processes there are, in which order they start and stop, who
 * starts them again, and how a later command finds them.
 */
@NullMarked
package org.folkmoot.cli.house;

import org.jspecify.annotations.NullMarked;
