// SPDX-License-Identifier: Apache-2.0
/** Takes the answers of those who own the actions: the next action is ordered when the one before is enacted. */
@NullMarked
package org.folkmoot.proposals.enacting;

import org.jspecify.annotations.NullMarked;
