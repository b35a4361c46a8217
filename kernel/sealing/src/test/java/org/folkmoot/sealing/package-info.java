// SPDX-License-Identifier: Apache-2.0
/** Holds the sealing of ballots to published vectors and to those who cheat. */
@NullMarked
package org.folkmoot.sealing;

import org.jspecify.annotations.NullMarked;
