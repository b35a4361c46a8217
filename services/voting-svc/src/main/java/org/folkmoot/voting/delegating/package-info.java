// SPDX-License-Identifier: Apache-2.0
/** Lets members say who votes for them, and everybody read it. */
@NullMarked
package org.folkmoot.voting.delegating;

import org.jspecify.annotations.NullMarked;
