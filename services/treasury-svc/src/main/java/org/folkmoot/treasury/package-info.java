// SPDX-License-Identifier: Apache-2.0
/** Assets, accounts, transfers, holds, budgets and streams. */
@NullMarked
package org.folkmoot.treasury;

import org.jspecify.annotations.NullMarked;
