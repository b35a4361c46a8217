// SPDX-License-Identifier: Apache-2.0
/** The rules of what is kept for somebody until it is theirs: streams, grants and bounties. Pure: no database, no clock. */
@NullMarked
package org.folkmoot.treasury.domain.escrow;

import org.jspecify.annotations.NullMarked;
