// SPDX-License-Identifier: Apache-2.0
/** How a service starts with its database, and how it tells a setback that passes from one that does not. */
@NullMarked
package org.folkmoot.platform.data;

import org.jspecify.annotations.NullMarked;
