// SPDX-License-Identifier: Apache-2.0
/** How values look in the JSON of the API: exact, and the same in every service. */
@NullMarked
package org.folkmoot.platform.wire;

import org.jspecify.annotations.NullMarked;
