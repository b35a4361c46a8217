// SPDX-License-Identifier: Apache-2.0
/** Lets two officers together enter ballots that were cast on paper. */
@NullMarked
package org.folkmoot.voting.papers;

import org.jspecify.annotations.NullMarked;
