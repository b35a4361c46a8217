// SPDX-License-Identifier: Apache-2.0
/** What proposals live through, from the draft to the enacted decision, over HTTP. */
@NullMarked
package org.folkmoot.e2e.life;

import org.jspecify.annotations.NullMarked;
