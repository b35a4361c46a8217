// SPDX-License-Identifier: Apache-2.0
/** Shows the journal as books: what an account held at a moment, its statement, and the whole as other programs read it. */
@NullMarked
package org.folkmoot.treasury.exporting;

import org.jspecify.annotations.NullMarked;
