// SPDX-License-Identifier: Apache-2.0
/** The rules of spending limits: what counts, for whom, and how much is left. Pure: no database, no clock. */
@NullMarked
package org.folkmoot.treasury.domain.limiting;

import org.jspecify.annotations.NullMarked;
