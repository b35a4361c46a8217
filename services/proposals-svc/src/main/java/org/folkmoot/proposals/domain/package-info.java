// SPDX-License-Identifier: Apache-2.0
/**
 * A proposal's life: its states, the moves that each state allows and what time alone does to it.
 *
 * <p>Everything here is pure. Time comes in as a parameter, every deadline is half-open (due when {@code now >= deadline}),
 * and a proposal that waits for an enactment's answer is moved by that answer only, never by the clock.
 */
@NullMarked
package org.folkmoot.proposals.domain;

import org.jspecify.annotations.NullMarked;
