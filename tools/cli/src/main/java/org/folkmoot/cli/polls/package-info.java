// SPDX-License-Identifier: Apache-2.0
/** Voting and looking at polls. */
@NullMarked
package org.folkmoot.cli.polls;

import org.jspecify.annotations.NullMarked;
