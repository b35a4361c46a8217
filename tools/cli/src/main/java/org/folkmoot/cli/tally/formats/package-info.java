// SPDX-License-Identifier: Apache-2.0
/**
 * Reads ballots in the formats in which they are published. A reader looks at a file row by row and keeps equal ballots as
 * one group, so that memory goes by how many different ballots there are and not by how many there are.
 */
@NullMarked
package org.folkmoot.cli.tally.formats;

import org.jspecify.annotations.NullMarked;
