// SPDX-License-Identifier: Apache-2.0
/** Answers questions about polls, tallies, rolls and receipts. */
@NullMarked
package org.folkmoot.voting.reading;

import org.jspecify.annotations.NullMarked;
