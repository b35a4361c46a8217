// SPDX-License-Identifier: Apache-2.0
/** Lets members put their names to a proposal that needs them before it is voted on. */
@NullMarked
package org.folkmoot.proposals.sponsoring;

import org.jspecify.annotations.NullMarked;
