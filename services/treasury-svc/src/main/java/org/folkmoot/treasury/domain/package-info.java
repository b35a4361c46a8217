// SPDX-License-Identifier: Apache-2.0
/** The rules of the ledger: what may be posted, and what it does to the accounts. Pure: no database, no clock. */
@NullMarked
package org.folkmoot.treasury.domain;

import org.jspecify.annotations.NullMarked;
