// SPDX-License-Identifier: Apache-2.0
/** Lets any member have a failed action tried again. */
@NullMarked
package org.folkmoot.proposals.retrying;

import org.jspecify.annotations.NullMarked;
