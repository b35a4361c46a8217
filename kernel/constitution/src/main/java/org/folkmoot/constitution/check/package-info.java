// SPDX-License-Identifier: Apache-2.0
/**
 * What cannot work in a constitution, and what will surprise, each with the numbers that show it.
 *
 * <p>Whether a rule can be met is worked out and not guessed from its form.
 */
@NullMarked
package org.folkmoot.constitution.check;

import org.jspecify.annotations.NullMarked;
