// SPDX-License-Identifier: Apache-2.0
/** Counts and decides polls at their deadline. */
@NullMarked
package org.folkmoot.voting.closing;

import org.jspecify.annotations.NullMarked;
