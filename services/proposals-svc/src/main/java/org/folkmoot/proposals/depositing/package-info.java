// SPDX-License-Identifier: Apache-2.0
/** Goes on with a proposal when the treasury has said whether it took what the author puts down, and where that went. */
@NullMarked
package org.folkmoot.proposals.depositing;

import org.jspecify.annotations.NullMarked;
