// SPDX-License-Identifier: Apache-2.0
/** Gives the ballots of a poll away, to whoever wants to count them again. */
@NullMarked
package org.folkmoot.voting.exporting;

import org.jspecify.annotations.NullMarked;
