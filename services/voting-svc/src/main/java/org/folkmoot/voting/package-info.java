// SPDX-License-Identifier: Apache-2.0
/** Bodies and rolls, polls, delegation, ballots, tallies and decisions. */
@NullMarked
package org.folkmoot.voting;

import org.jspecify.annotations.NullMarked;
