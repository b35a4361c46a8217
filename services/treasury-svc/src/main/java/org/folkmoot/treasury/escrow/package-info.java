// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps what is somebody's later: streams, grants and bounties. Whatever happens to one of them is written under the lock
 * of its row, in the transaction that moves what is moved.
 */
@NullMarked
package org.folkmoot.treasury.escrow;

import org.jspecify.annotations.NullMarked;
