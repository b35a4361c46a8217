// SPDX-License-Identifier: Apache-2.0
/** Shows proposals as they stand at this instant: their state, their timeline, their decision and how far they are enacted. */
@NullMarked
package org.folkmoot.proposals.reading;

import org.jspecify.annotations.NullMarked;
