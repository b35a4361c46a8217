// SPDX-License-Identifier: Apache-2.0
/** What anyone can see of the money: assets, accounts, transfers. */
@NullMarked
package org.folkmoot.treasury.reading;

import org.jspecify.annotations.NullMarked;
