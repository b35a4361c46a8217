// SPDX-License-Identifier: Apache-2.0
/**
 * Counts ballots from files, without any service: the cases of published counts, and the formats in which ballots are
 * published. What a case says in its own words is translated to the settings of a method and back; counting is left to the
 * methods and policies themselves.
 */
@NullMarked
package org.folkmoot.cli.tally;

import org.jspecify.annotations.NullMarked;
