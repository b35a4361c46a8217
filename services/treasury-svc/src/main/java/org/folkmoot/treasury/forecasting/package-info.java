// SPDX-License-Identifier: Apache-2.0
/** Says what is promised already, when it may leave, and what remains then. */
@NullMarked
package org.folkmoot.treasury.forecasting;

import org.jspecify.annotations.NullMarked;
