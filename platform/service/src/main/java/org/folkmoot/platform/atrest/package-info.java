// SPDX-License-Identifier: Apache-2.0
/** Decides when a service is at rest, and what of its memory it gives back then. */
@NullMarked
package org.folkmoot.platform.atrest;

import org.jspecify.annotations.NullMarked;
