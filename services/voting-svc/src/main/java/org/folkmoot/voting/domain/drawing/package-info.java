// SPDX-License-Identifier: Apache-2.0
/** The rules of draws by lot: who may be drawn, who makes the seed, and what comes of a round. */
@NullMarked
package org.folkmoot.voting.domain.drawing;

import org.jspecify.annotations.NullMarked;
