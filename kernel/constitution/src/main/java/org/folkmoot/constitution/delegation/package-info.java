// SPDX-License-Identifier: Apache-2.0
/**
 * Who votes for whom: a roll, its delegations and the ballots that were cast go in; groups to count, and for each voter
 * whose ballot carried their power, come out.
 *
 * <p>Nothing here depends on the order in which ballots or delegations came: an override counts alike before and after
 * the delegate voted. No power is made or counted twice: what a voter has is carried by ballots or said to be lost.
 */
@NullMarked
package org.folkmoot.constitution.delegation;

import org.jspecify.annotations.NullMarked;
