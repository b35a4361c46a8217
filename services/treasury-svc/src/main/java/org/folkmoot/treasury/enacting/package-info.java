// SPDX-License-Identifier: Apache-2.0
/** Does what a passed proposal asks of the treasury: once, or not at all and with a reason. */
@NullMarked
package org.folkmoot.treasury.enacting;

import org.jspecify.annotations.NullMarked;
