// SPDX-License-Identifier: Apache-2.0
/** What the ledger is worth when its processes are killed at random moments: payments without a pause, and a look from outside. */
@NullMarked
package org.folkmoot.bench.kills;

import org.jspecify.annotations.NullMarked;
