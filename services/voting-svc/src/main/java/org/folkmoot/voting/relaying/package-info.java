// SPDX-License-Identifier: Apache-2.0
/** Tells the other services about accepted ballots, in the order of their numbers. */
@NullMarked
package org.folkmoot.voting.relaying;

import org.jspecify.annotations.NullMarked;
