// SPDX-License-Identifier: Apache-2.0
/** Decides what tests of all modules share: the servers they run on, keys and acts from a seed, and the house rules. */
@NullMarked
package org.folkmoot.testkit;

import org.jspecify.annotations.NullMarked;
