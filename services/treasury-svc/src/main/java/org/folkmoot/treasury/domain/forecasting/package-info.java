// SPDX-License-Identifier: Apache-2.0
/** What is promised already, and what is left when it has left: exact, and told apart by when it may leave at the earliest. */
@NullMarked
package org.folkmoot.treasury.domain.forecasting;

import org.jspecify.annotations.NullMarked;
