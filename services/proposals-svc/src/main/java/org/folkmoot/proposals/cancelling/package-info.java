// SPDX-License-Identifier: Apache-2.0
/** Lets an author take a proposal back before voting begins; a draft is deleted the same way. */
@NullMarked
package org.folkmoot.proposals.cancelling;

import org.jspecify.annotations.NullMarked;
