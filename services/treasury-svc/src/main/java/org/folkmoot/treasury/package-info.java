// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps a community's assets and accounts in a double-entry ledger. What the features share is here: the ledger, which is
 * the only one that writes, and the tables under it.
 */
@NullMarked
package org.folkmoot.treasury;

import org.jspecify.annotations.NullMarked;
