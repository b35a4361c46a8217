// SPDX-License-Identifier: Apache-2.0
/**
 * Proposals and their life, from draft to enacted.
 *
 * <p>Here is what all features share: the proposals themselves, one row each with its timeline and its deadlines, and the
 * rules that judge them. Whoever changes a proposal takes it from {@link org.folkmoot.proposals.Lives}, which locks its
 * row, and moves it there, which writes the change, its cause, the next deadlines and what the other services are told,
 * all in the caller's transaction.
 */
@NullMarked
package org.folkmoot.proposals;

import org.jspecify.annotations.NullMarked;
