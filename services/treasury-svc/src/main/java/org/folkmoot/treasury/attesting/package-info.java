// SPDX-License-Identifier: Apache-2.0
/**
 * Lets the ledger follow what happens to assets that are kept outside: it moves when enough members who hold the role that the
 * constitution names say the same, once.
 */
@NullMarked
package org.folkmoot.treasury.attesting;

import org.jspecify.annotations.NullMarked;
