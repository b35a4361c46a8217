// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Instant;

/**
 * A change of a proposal's standing.
 *
 * @param at when
 * @param stage the stage that it was in
 * @param phase what it came to
 * @param words why, as a sentence
 */
public record Change(Instant at, String stage, Phase phase, String words) {}
