// SPDX-License-Identifier: Apache-2.0
/**
 * What a proposal comes to, and when: a pure function from its policy, its rolls and the ballots so far to its standing at
 * any instant.
 *
 * <p>{@link org.folkmoot.constitution.course.Judge} judges what was counted; {@link
 * org.folkmoot.constitution.course.Course} follows a proposal through time: openings, late ballots that move a deadline,
 * decisions before it, confirmation, cool-off, stages, timelock and expiry. All windows are half-open, and of what falls on
 * one instant the clock comes before the ballots.
 */
@NullMarked
package org.folkmoot.constitution.course;

import org.jspecify.annotations.NullMarked;
