// SPDX-License-Identifier: Apache-2.0
/**
 * Acts on deadlines. Several replicas share the work: each locks the proposals that nobody else is at. A deadline that
 * passed while all of them were down is met at the next start.
 */
@NullMarked
package org.folkmoot.proposals.timing;

import org.jspecify.annotations.NullMarked;
