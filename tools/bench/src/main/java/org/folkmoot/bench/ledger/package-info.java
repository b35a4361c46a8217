// SPDX-License-Identifier: Apache-2.0
/** What payments cost, beside {@code pgbench} on the same server with the same durability. */
@NullMarked
package org.folkmoot.bench.ledger;

import org.jspecify.annotations.NullMarked;
