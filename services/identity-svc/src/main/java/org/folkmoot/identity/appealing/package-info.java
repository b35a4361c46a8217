// SPDX-License-Identifier: Apache-2.0
/** How whoever was expelled appeals against it. */
@NullMarked
package org.folkmoot.identity.appealing;

import org.jspecify.annotations.NullMarked;
