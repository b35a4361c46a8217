// SPDX-License-Identifier: Apache-2.0
/** Keeps what is spent under limits, in the transaction that spends it, and shows it. */
@NullMarked
package org.folkmoot.treasury.limiting;

import org.jspecify.annotations.NullMarked;
