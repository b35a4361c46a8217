// SPDX-License-Identifier: Apache-2.0
/** A day on which every process is killed once, while members vote and money falls due. */
@NullMarked
package org.folkmoot.e2e.badday;

import org.jspecify.annotations.NullMarked;
