// SPDX-License-Identifier: Apache-2.0
/** Takes ballots: checks each one on the event loop, commits many at once, and answers with a signed receipt. */
@NullMarked
package org.folkmoot.voting.casting;

import org.jspecify.annotations.NullMarked;
