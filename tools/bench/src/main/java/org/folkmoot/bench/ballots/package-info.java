// SPDX-License-Identifier: Apache-2.0
/** What a ballot costs from the wire to its receipt, and a poll from its deadline to its decision, on the real suite. */
@NullMarked
package org.folkmoot.bench.ballots;

import org.jspecify.annotations.NullMarked;
