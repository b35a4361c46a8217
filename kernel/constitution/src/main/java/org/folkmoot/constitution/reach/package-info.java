// SPDX-License-Identifier: Apache-2.0
/**
 * Works out whether there are ballots that a chamber's rules would pass, exactly and in whole numbers.
 *
 * <p>A rule that compares sums is a half-space over the numbers of ballots, so whether rules can be met together is a
 * question of linear inequalities in whole numbers. Every answer "yes" comes with ballots that the rules themselves were
 * asked about.
 */
@NullMarked
package org.folkmoot.constitution.reach;

import org.jspecify.annotations.NullMarked;
