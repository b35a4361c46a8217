// SPDX-License-Identifier: Apache-2.0
/**
 * Puts drafts to the vote. This is where the rules are pinned: the constitution in force at the submission, the policy in
 * it that judges the proposal, the poll's exact times and the membership position of its roll.
 */
@NullMarked
package org.folkmoot.proposals.submitting;

import org.jspecify.annotations.NullMarked;
