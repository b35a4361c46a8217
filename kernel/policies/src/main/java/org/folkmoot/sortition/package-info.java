// SPDX-License-Identifier: Apache-2.0
/**
 * Draws panels by lot so that everybody can draw them again: validators commit to a value each and reveal it later, the
 * seed is the hash of all of them, and every number of the draw follows from the seed.
 */
@NullMarked
package org.folkmoot.sortition;

import org.jspecify.annotations.NullMarked;
