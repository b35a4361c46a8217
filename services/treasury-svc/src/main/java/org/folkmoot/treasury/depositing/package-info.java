// SPDX-License-Identifier: Apache-2.0
/** Keeps what authors put down for their proposals, and gives it away when those end: once, and all of it. */
@NullMarked
package org.folkmoot.treasury.depositing;

import org.jspecify.annotations.NullMarked;
