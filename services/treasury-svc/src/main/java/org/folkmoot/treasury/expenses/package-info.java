// SPDX-License-Identifier: Apache-2.0
/** Pays members back what they spent for the community, when enough of those who hold a role approve it. */
@NullMarked
package org.folkmoot.treasury.expenses;

import org.jspecify.annotations.NullMarked;
