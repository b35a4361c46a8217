// SPDX-License-Identifier: Apache-2.0
/**
 * Follows polls whose close may move, ballot by ballot.
 *
 * <p>What such a poll has come to follows from its ballots and the moments at which they were accepted, and from nothing
 * else. So it is kept in memory, and whoever finds that others took ballots too, or begins anew, catches up from the table.
 * Ballots of one batch are accepted at one moment, and no two batches of a poll at the same: so they are counted again in
 * the very steps in which they were counted first.
 */
@NullMarked
package org.folkmoot.voting.following;

import org.jspecify.annotations.NullMarked;
