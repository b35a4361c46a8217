// SPDX-License-Identifier: Apache-2.0
/** Opens the accounts that a constitution names, at the founding and when it was amended. */
@NullMarked
package org.folkmoot.treasury.opening;

import org.jspecify.annotations.NullMarked;
