// SPDX-License-Identifier: Apache-2.0
/** Proposals and their life, from draft to enacted. */
@NullMarked
package org.folkmoot.proposals;

import org.jspecify.annotations.NullMarked;
