// SPDX-License-Identifier: Apache-2.0
/**
 * Does what a community's calendar says: demurrage, income, dues and budgets, one period after the other and each of them
 * once, whoever does it and however often it is interrupted.
 */
@NullMarked
package org.folkmoot.treasury.scheduling;

import org.jspecify.annotations.NullMarked;
