// SPDX-License-Identifier: Apache-2.0
/** Brings communities into being. */
@NullMarked
package org.folkmoot.identity.founding;

import org.jspecify.annotations.NullMarked;
